import asyncio
import functools
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


async def safe():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep, 1)
    await loop.run_in_executor(pool, functools.partial(time.sleep, 1))
    await asyncio.wrap_future(pool.submit(time.sleep, 1))


async def blocks():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, time.sleep(1))  # expect: blocking-sleep
    pool.submit(time.sleep, 1).result()  # expect: blocking-lock
