# The wrapper that a decorator puts around a function runs with it.
import functools
import time


def slowed(function):
    @functools.wraps(function)
    def wrapper(*arguments, **keywords):
        time.sleep(1)
        return function(*arguments, **keywords)

    return wrapper


def named(function):
    @functools.wraps(function)
    def wrapper(*arguments, **keywords):
        print(function.__name__)
        return function(*arguments, **keywords)

    return wrapper


@slowed
def compute():
    return 1


@named
def plain():
    return 1


@slowed
async def task():
    return 1


async def use():
    compute()  # expect: blocking-sleep
    plain()
    await task()  # expect: blocking-sleep
