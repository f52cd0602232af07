# `async` in names and in strings makes no coroutine function.
import time


def async_run():
    time.sleep(1)


def run_async():
    "async def run(): pass"
    time.sleep(1)


is_async = True
