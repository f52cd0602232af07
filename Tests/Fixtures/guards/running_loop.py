import asyncio
import time


async def job():
    return 1


def either_way():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(job())
    return loop.create_task(job())


def only_tried():
    try:
        asyncio.get_running_loop()
        time.sleep(1)
    except RuntimeError:
        time.sleep(2)


def on_none():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        return asyncio.run(job())
    return loop.create_task(job())


def on_some():
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop and loop.is_running():
        return loop.create_task(job())
    else:
        return asyncio.run(job())


async def use():
    either_way()
    only_tried()  # expect: blocking-sleep
    on_none()
    on_some()
