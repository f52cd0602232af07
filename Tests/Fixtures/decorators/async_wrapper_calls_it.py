import functools
import time


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@logged
def slow():
    time.sleep(1)


async def handler():
    await slow()  # expect: blocking-sleep
