import asyncio


async def work():
    return 1


async def handler():
    return asyncio.run(work())  # expect: nested-loop
