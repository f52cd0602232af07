import time

async def handler(flag):
    while not flag.done:  # expect: cpu-bound
        pass

async def big():
    total = 0
    for i in range(10_000_000):  # expect: cpu-bound
        total += i
    return total

async def comp():
    return sum(i * i for i in range(10**7))  # expect: cpu-bound

async def ok(flag):
    import asyncio
    for i in range(10_000_000):
        await asyncio.sleep(0)
    while not flag.done:
        await asyncio.sleep(1)
    for i in range(100):
        pass
    while True:
        if flag.x():
            break
