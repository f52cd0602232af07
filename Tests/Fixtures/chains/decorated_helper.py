# An unknown decorator leaves the function what it is.
import functools
import time


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@logged
def slow():
    time.sleep(1)


@functools.lru_cache
def cached():
    time.sleep(1)


async def run():
    slow()  # expect: blocking-sleep
    cached()  # expect: blocking-sleep
