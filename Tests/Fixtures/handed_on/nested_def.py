import asyncio
import time


async def handed_on():
    def work():
        time.sleep(1)

    await asyncio.to_thread(work)


async def called():
    def work():
        time.sleep(1)

    work()  # expect: blocking-sleep
