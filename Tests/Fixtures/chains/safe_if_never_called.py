import time


def low():
    time.sleep(1)


async def top():
    return low
