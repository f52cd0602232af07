import time


def slow():
    time.sleep(1)
    yield 1


async def run():
    items = slow()
    for item in items:  # expect: blocking-sleep
        print(item)
    return next(slow())  # expect: blocking-sleep
