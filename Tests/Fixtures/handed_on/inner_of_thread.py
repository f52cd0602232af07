# What runs in the thread may itself call; none of it is on the loop.
import asyncio
import time


def deep():
    time.sleep(1)


def work():
    deep()


async def run():
    await asyncio.to_thread(work)
    await asyncio.to_thread(lambda: deep())
