import asyncio
import functools
import threading
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def work():
    time.sleep(1)


def job():
    return 1


async def consume(value):
    print(value)


async def use():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, work())  # expect: blocking-sleep
    await loop.run_in_executor(None, work)
    await loop.run_in_executor(None, lambda: work())
    await loop.run_in_executor(None, functools.partial(work))
    asyncio.create_task(consume(work()))  # expect: blocking-sleep
    threading.Thread(target=work()).start()  # expect: blocking-sleep
    threading.Thread(target=work).start()
    pool.submit(work())  # expect: blocking-sleep
    pool.submit(work)
    await asyncio.to_thread(work())  # expect: blocking-sleep
