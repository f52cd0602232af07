import functools
import time


def retried(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*arguments, **keywords):
            for attempt in range(times):
                try:
                    return function(*arguments, **keywords)
                except OSError:
                    time.sleep(attempt)

        return wrapper

    return decorate


def async_retried(times):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*arguments, **keywords):
            for attempt in range(times):
                try:
                    return await function(*arguments, **keywords)
                except OSError:
                    time.sleep(attempt)  # expect: blocking-sleep

        return wrapper

    return decorate


@retried(3)
def compute():
    return 1


@async_retried(times=3)
async def task():
    return 1


async def use():
    compute()  # expect: blocking-sleep
    await task()
