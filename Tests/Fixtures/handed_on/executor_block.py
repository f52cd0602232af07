# Leaving the block of an executor waits for its jobs, unless they were awaited inside.
import asyncio
import concurrent.futures
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


async def awaited(work):
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        await loop.run_in_executor(pool, work)
    with ProcessPoolExecutor() as pool:
        return await asyncio.gather(*[loop.run_in_executor(pool, work, n) for n in range(3)])


async def wrapped(work):
    with ThreadPoolExecutor() as pool:
        future = pool.submit(work)
        await asyncio.wrap_future(future)
    with ThreadPoolExecutor() as pool:
        return await asyncio.wrap_future(pool.submit(work))


async def submitted(work, jobs):
    with ThreadPoolExecutor() as pool:  # expect: blocking-lock
        pool.submit(work)
    with ProcessPoolExecutor() as pool:  # expect: blocking-lock
        futures = [pool.submit(work, job) for job in jobs]
    return futures
