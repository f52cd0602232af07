import threading

lock = threading.Lock()


async def safe():
    lock.acquire(blocking=False)
    lock.acquire(False)
    lock.acquire(timeout=0)
    lock.release()


async def blocks():
    lock.acquire()  # expect: blocking-lock
    lock.acquire(True)  # expect: blocking-lock
    lock.acquire(timeout=3)  # expect: blocking-lock
