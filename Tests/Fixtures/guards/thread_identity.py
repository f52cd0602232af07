import threading
import time


class Bridge:
    def __init__(self, loop):
        self._loop = loop
        self._loop_thread = threading.get_ident()

    def send(self, data):
        if threading.get_ident() != self._loop_thread:
            time.sleep(1)
        else:
            print(data)

    def send_here(self, data):
        if threading.get_ident() == self._loop_thread:
            print(data)
        else:
            time.sleep(1)

    def send_wrong(self, data):
        if threading.get_ident() == self._loop_thread:
            time.sleep(1)

    async def use(self):
        self.send("x")
        self.send_here("x")
        self.send_wrong("x")  # expect: blocking-sleep
