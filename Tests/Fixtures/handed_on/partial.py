import asyncio
import functools
import time
from functools import partial

nap = functools.partial(time.sleep, 1)


async def safe():
    await asyncio.to_thread(nap)


async def blocks():
    nap()  # expect: blocking-sleep
    partial(time.sleep, 2)()  # expect: blocking-sleep
