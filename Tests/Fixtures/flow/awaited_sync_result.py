import asyncio
import time

def start(loop):
    time.sleep(1)
    return loop.create_future()

async def handler(loop):
    await start(loop)  # expect: blocking-sleep
