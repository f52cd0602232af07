import time


async def tick(time):
    time.sleep(1)


async def tock(open=None):
    open("x")
