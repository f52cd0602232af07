import time


async def ticks():
    while True:
        time.sleep(1)  # expect: blocking-sleep
        yield 1


async def run():
    async for tick in ticks():
        print(tick)
    return [t async for t in ticks()]
