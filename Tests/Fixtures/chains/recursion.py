import time


def odd(n):
    time.sleep(n)
    even(n - 1)


def even(n):
    if n:
        odd(n - 1)


async def run():
    even(4)  # expect: blocking-sleep
