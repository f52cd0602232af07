import asyncio
import time

def threaded(name):
    def decorate(f):
        async def wrapper(*args):
            return await asyncio.to_thread(f, *args)
        return wrapper
    return decorate

@threaded("x")
def slow():
    time.sleep(1)

async def handler():
    await slow()
