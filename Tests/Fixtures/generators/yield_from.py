import time


def inner():
    time.sleep(1)
    yield 1


def outer():
    yield from inner()


async def run():
    for item in outer():  # expect: blocking-sleep
        print(item)
