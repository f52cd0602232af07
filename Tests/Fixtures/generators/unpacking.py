import time


def slow():
    time.sleep(1)
    yield 1


async def starred():
    return [*slow()]  # expect: blocking-sleep


async def call():
    print(*slow())  # expect: blocking-sleep


async def assigned():
    first, second = slow()  # expect: blocking-sleep
    return first, second
