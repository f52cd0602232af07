# The loop itself calls it: on the loop all the same.
import asyncio
import time


def beat():
    time.sleep(1)


async def start():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "x")
