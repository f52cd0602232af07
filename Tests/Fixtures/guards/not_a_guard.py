# Tests that prove nothing about the thread.
import threading
import time


class Pool:
    def __init__(self):
        self.closed = False
        self.owner = None

    def wait(self):
        if self.closed is not True:
            time.sleep(1)

    def claim(self):
        if self.owner is None:
            self.owner = threading.get_ident()
            time.sleep(1)

    def other(self):
        if threading.active_count() != 1:
            time.sleep(1)


async def use():
    pool = Pool()
    pool.wait()  # expect: blocking-sleep
    pool.claim()  # expect: blocking-sleep
    pool.other()  # expect: blocking-sleep
