# The decorator takes the function off the loop.
import asyncio
import functools
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def threaded(function):
    @functools.wraps(function)
    async def wrapper(*arguments, **keywords):
        return await asyncio.to_thread(function, *arguments, **keywords)

    return wrapper


def in_pool(function):
    def wrapper(*arguments):
        return asyncio.get_running_loop().run_in_executor(pool, function, *arguments)

    return wrapper


def partly(function):
    @functools.wraps(function)
    async def wrapper(*arguments, **keywords):
        call = functools.partial(function, *arguments, **keywords)
        return await asyncio.get_running_loop().run_in_executor(None, call)

    return wrapper


@threaded
def compute():
    time.sleep(1)


@in_pool
def other():
    time.sleep(1)


class Service:
    @partly
    def method(self):
        time.sleep(1)


async def use():
    await compute()
    await other()
    await Service().method()
