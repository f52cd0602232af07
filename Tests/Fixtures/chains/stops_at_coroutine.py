# Who awaits a coroutine function waits without blocking: the finding stands where the loop is held.
import time


async def inner():
    time.sleep(1)  # expect: blocking-sleep


async def outer():
    await inner()
