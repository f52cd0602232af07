# A decorator that is given the asynchronous twin of a function runs that one on the loop.
import functools
import time

from asyncio import get_running_loop


def dispatch(asynchronous):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*arguments, **keywords):
            try:
                get_running_loop()
            except RuntimeError:
                return function(*arguments, **keywords)
            return asynchronous(*arguments, **keywords)

        return wrapper

    return decorate


def reporting(handler):
    return lambda function: function


async def aload():
    return 1


async def handle():
    return 1


@dispatch(aload)
def load():
    time.sleep(1)


@reporting(handle)
def store():
    time.sleep(1)


async def run():
    loading = load()
    store()  # expect: blocking-sleep
    return await loading
