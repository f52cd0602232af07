import time


async def ticks():
    while True:
        yield 1
        time.sleep(1)  # expect: blocking-sleep


def made():
    return ticks()


async def use():
    async for tick in made():
        print(tick)
