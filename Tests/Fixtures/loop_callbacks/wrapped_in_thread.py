# What the loop calls only hands the work on.
import asyncio
import threading
import time


def work():
    time.sleep(1)


def fire():
    threading.Thread(target=work).start()


async def start():
    loop = asyncio.get_running_loop()
    loop.call_soon(fire)
    loop.call_soon(loop.run_in_executor, None, work)
