# Whoever asks whether a callable is a coroutine function awaits only those that are.
import asyncio
import inspect
import time


def slow():
    time.sleep(1)


def slower():
    time.sleep(2)


async def asked_first(function):
    if inspect.iscoroutinefunction(function):
        return await function()
    return await asyncio.to_thread(function)


async def left_early(function):
    if not asyncio.iscoroutinefunction(function):
        return await asyncio.to_thread(function)
    return await function()


async def chosen(function):
    return await function() if inspect.iscoroutinefunction(function) else await asyncio.to_thread(function)


class Event:
    def __init__(self, function):
        self.function = function
        self.is_async = inspect.iscoroutinefunction(function)

    async def fire(self):
        if self.is_async:
            await self.function()
        else:
            await asyncio.to_thread(self.function)


async def safe():
    await asked_first(slow)
    await left_early(slow)
    await chosen(slow)
    await Event(slow).fire()


async def either(function):
    return await function() if inspect.iscoroutinefunction(function) else function()


async def asked_too_late(function):
    result = function()
    if inspect.isawaitable(result):
        result = await result
    return result


async def blocks():
    await either(slower)  # expect: blocking-sleep
    await asked_too_late(slower)  # expect: blocking-sleep
