# A decorator that calls what it decorates only where no loop runs.
import asyncio
import functools
import time


def not_on_loop(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return function(*arguments)
        raise RuntimeError("on the loop")

    return wrapper


def anywhere(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        return function(*arguments)

    return wrapper


@not_on_loop
def guarded(seconds):
    time.sleep(seconds)


@anywhere
def unguarded(seconds):
    time.sleep(seconds)


async def handle():
    guarded(1)
    unguarded(1)  # expect: blocking-sleep
