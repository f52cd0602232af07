# An argument that keeps a call from blocking may come from the caller.
import queue
import threading

jobs = queue.Queue()
lock = threading.Lock()


def take(block=True):
    return jobs.get(block)


def hold(wait):
    return lock.acquire(blocking=wait)


async def good():
    take(False)
    take(block=False)
    hold(False)


async def bad(wait):
    take()  # expect: blocking-lock
    hold(True)  # expect: blocking-lock
    hold(wait)  # expect: blocking-lock
