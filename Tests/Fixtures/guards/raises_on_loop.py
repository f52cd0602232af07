import asyncio
import threading
import time


class Bridge:
    def __init__(self, loop):
        self.loop_thread_id = threading.get_ident()

    def call(self):
        if self.loop_thread_id == threading.get_ident():
            raise RuntimeError("not from the loop")
        time.sleep(1)

    async def use(self):
        self.call()


def checked():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        raise RuntimeError("not from the loop")
    time.sleep(1)


def unchecked():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    time.sleep(1)


async def use():
    checked()
    unchecked()  # expect: blocking-sleep
