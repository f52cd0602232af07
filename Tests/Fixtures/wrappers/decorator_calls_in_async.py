# An asynchronous wrapper that calls the plain function as it is.
import functools
import time


def as_async(function):
    @functools.wraps(function)
    async def wrapper(*arguments, **keywords):
        return function(*arguments, **keywords)

    return wrapper


@as_async
def compute():
    time.sleep(1)


@as_async
def quick():
    return 1


async def use():
    await compute()  # expect: blocking-sleep
    await quick()
