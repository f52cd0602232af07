import asyncio


async def job():
    return 1


def either_way():
    loop = asyncio.get_event_loop()
    if loop.is_running():
        return asyncio.ensure_future(job())
    else:
        return loop.run_until_complete(job())


def early():
    loop = asyncio.get_event_loop()
    if loop.is_running():
        return asyncio.ensure_future(job())
    return loop.run_until_complete(job())


def wrong():
    loop = asyncio.get_event_loop()
    if loop.is_running():
        return loop.run_until_complete(job())


def negated():
    loop = asyncio.get_event_loop()
    if not loop.is_running():
        loop.run_until_complete(job())


async def use():
    either_way()
    early()
    wrong()  # expect: nested-loop
    negated()
