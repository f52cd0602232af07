import time
import asyncio

def slow():
    time.sleep(1)

def fast():
    pass

async def handler(x):
    (slow if x else fast)()  # expect: blocking-sleep
    f = slow if x else fast
    f()  # expect: blocking-sleep
