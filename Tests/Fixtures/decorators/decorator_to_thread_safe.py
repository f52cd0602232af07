import asyncio
import functools
import time

def in_thread(f):
    @functools.wraps(f)
    async def wrapper(*args, **kwargs):
        return await asyncio.to_thread(f, *args, **kwargs)
    return wrapper

@in_thread
def slow():
    time.sleep(1)

async def handler():
    await slow()
