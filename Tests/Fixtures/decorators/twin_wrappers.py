# A decorator with a wrapper for coroutine functions and one for others gives each its own.
import asyncio
import functools
import time


def retried(function):
    if asyncio.iscoroutinefunction(function):

        @functools.wraps(function)
        async def coroutine_wrapper(*args):
            try:
                return await function(*args)
            except OSError:
                await asyncio.sleep(1)

        return coroutine_wrapper

    @functools.wraps(function)
    def wrapper(*args):
        try:
            return function(*args)
        except OSError:
            time.sleep(1)

    return wrapper


def timed(seconds):
    def decorate(function):
        async def coroutine_wrapper(*args):
            return await function(*args)

        def wrapper(*args):
            time.sleep(seconds)
            return function(*args)

        return coroutine_wrapper if asyncio.iscoroutinefunction(function) else wrapper

    return decorate


@retried
async def fetch():
    pass


@timed(3)
async def send():
    pass


@retried
def load():
    pass


@timed(3)
def store():
    pass


async def handler():
    await fetch()
    await send()
    load()  # expect: blocking-sleep
    store()  # expect: blocking-sleep
