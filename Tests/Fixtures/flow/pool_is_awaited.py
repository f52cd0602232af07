"""Leaving a pool waits for its jobs: where all were awaited inside, none is left."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def work():
    return 1


async def safe():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=1) as pool:
        return await loop.run_in_executor(pool, work)


async def blocks():
    with ThreadPoolExecutor() as pool:  # expect: blocking-lock
        pool.submit(work)
