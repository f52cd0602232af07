import asyncio
import time


async def handed_on(loop):
    await loop.run_in_executor(None, lambda: time.sleep(1))


async def named_and_called():
    pause = lambda: time.sleep(1)
    pause()  # expect: blocking-sleep


async def called_at_once():
    (lambda: time.sleep(1))()  # expect: blocking-sleep
