import asyncio
import threading


class Bridge:
    def __init__(self):
        self.padding = [1, 2, 3, [4, 5], {"six": 7}, (8, 9)]
        self.more = {"a": [1, 2, 3], "b": [4, 5, 6], "c": (7, 8, 9)}
        self.in_loop = asyncio._get_running_loop() is not None
        self.owner = threading.get_ident()
        self.ready = None
