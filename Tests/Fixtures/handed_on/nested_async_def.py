import asyncio
import time


def start():
    async def work():
        time.sleep(1)  # expect: blocking-sleep

    asyncio.run(work())


async def outer():
    async def inner():
        time.sleep(2)  # expect: blocking-sleep

    await inner()
