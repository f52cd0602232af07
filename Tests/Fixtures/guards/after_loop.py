# What a loop waits for, holds after it, unless something breaks it off.
import asyncio
import queue

jobs = queue.Queue()


async def good():
    while jobs.empty():
        await asyncio.sleep(0.1)
    return jobs.get()


async def good_within():
    while jobs.empty():
        for wait in (0.1, 0.2):
            if not jobs.empty():
                break
            await asyncio.sleep(wait)
    return jobs.get()


async def bad(stopped):
    while jobs.empty():
        if stopped.done():
            break
        await asyncio.sleep(0.1)
    return jobs.get()  # expect: blocking-lock


async def bad_turned():
    while not jobs.empty():
        await asyncio.sleep(0.1)
    return jobs.get()  # expect: blocking-lock
