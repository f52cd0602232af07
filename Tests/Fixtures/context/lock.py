import asyncio
import threading

lock = threading.Lock()
other = asyncio.Lock()


async def blocks():
    with lock:  # expect: blocking-lock
        pass


async def safe():
    async with other:
        pass
    await other.acquire()
