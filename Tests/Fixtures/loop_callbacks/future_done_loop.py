import asyncio
import time


def after(future):
    time.sleep(1)  # expect: blocking-sleep


def later(future):
    time.sleep(1)  # expect: blocking-sleep


async def start(pool):
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, print)
    future.add_done_callback(after)
    loop.create_future().add_done_callback(later)
