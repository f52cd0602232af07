# A decorator that may be written with arguments or without.
import asyncio
import functools


def retried(function=None, *, times=3):
    def decorate(inner):
        @functools.wraps(inner)
        def wrapper(*arguments, **options):
            return inner(*arguments, **options)

        return wrapper

    if function is None:
        return decorate
    return decorate(function)


def in_thread(function=None, *, times=3):
    def decorate(inner):
        async def wrapper(*arguments):
            return await asyncio.to_thread(inner, *arguments)

        return wrapper

    if function is None:
        return decorate
    return decorate(function)


@retried
def bare():
    return open("x").read()


@retried(times=2)
def with_arguments():
    return open("x").read()


@in_thread
def elsewhere():
    return open("x").read()


async def bad():
    bare()  # expect: blocking-file
    with_arguments()  # expect: blocking-file


async def good():
    await elsewhere()
