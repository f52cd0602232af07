import time


def slow(n):
    for i in range(n):
        time.sleep(1)
        yield i


async def loop():
    for i in slow(3):  # expect: blocking-sleep
        print(i)


async def comprehension():
    return [i for i in slow(3)]  # expect: blocking-sleep


async def consumed():
    return list(slow(3))  # expect: blocking-sleep
