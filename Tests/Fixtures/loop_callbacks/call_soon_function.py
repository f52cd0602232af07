# The loop calls it between two coroutines: nothing else runs meanwhile.
import asyncio
import time


def beat():
    time.sleep(1)  # expect: blocking-sleep


def quiet():
    print("tick")


async def start():
    loop = asyncio.get_running_loop()
    loop.call_soon(beat)
    loop.call_soon(quiet)
