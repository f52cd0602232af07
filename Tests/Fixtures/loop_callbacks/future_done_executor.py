# A future of concurrent.futures calls back in the worker's thread.
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def work():
    return 1


def after(future):
    time.sleep(1)


async def start():
    pool.submit(work).add_done_callback(after)
    future = pool.submit(work)
    future.add_done_callback(after)
