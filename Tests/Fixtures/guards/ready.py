# What was asked and found ready is not waited for.
import queue
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()
jobs = queue.Queue()
stopped = threading.Event()


async def run(work):
    future = pool.submit(work)
    if future.done():
        future.result()
    if not future.done():
        return future.result()  # expect: blocking-lock
    other = pool.submit(work)
    while not jobs.empty():
        jobs.get()
        other.result()  # expect: blocking-lock
    jobs.get()  # expect: blocking-lock
    stopped.wait() if stopped.is_set() else None
    stopped.wait()  # expect: blocking-lock
