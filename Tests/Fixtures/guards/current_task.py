import asyncio
import time


def waiting():
    if asyncio.current_task() is None:
        time.sleep(1)


def busy(loop):
    if asyncio.current_task() is not None:
        time.sleep(1)


async def use(loop):
    waiting()
    busy(loop)  # expect: blocking-sleep
