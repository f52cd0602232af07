# A bare `noqa` was written for other linters: it says nothing about the loop.
import time


async def run():
    time.sleep(1)  # noqa # expect: blocking-sleep
