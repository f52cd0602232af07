import asyncio
import time


def work():
    time.sleep(1)


async def safe():
    await asyncio.to_thread(work)


async def blocks():
    work()  # expect: blocking-sleep
