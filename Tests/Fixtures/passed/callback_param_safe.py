import asyncio
import time

async def in_thread(action):
    await asyncio.to_thread(action)

def work():
    time.sleep(1)

async def handler():
    await in_thread(work)
