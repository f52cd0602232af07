import asyncio
import queue

jobs = queue.Queue()
later = asyncio.Queue()


async def safe():
    jobs.get_nowait()
    jobs.get(block=False)
    jobs.get(False)
    await later.get()
    await later.join()


async def blocks():
    jobs.get()  # expect: blocking-lock
    jobs.get(timeout=1)  # expect: blocking-lock
    jobs.join()  # expect: blocking-lock
