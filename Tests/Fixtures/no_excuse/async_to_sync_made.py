# Making it is harmless; calling it on the loop is not.
import asyncio

from asgiref.sync import async_to_sync


async def job():
    return 1


run_job = async_to_sync(job)


@async_to_sync
async def decorated():
    return 1


def helper():
    return run_job()


async def use():
    made = async_to_sync(job)
    async_to_sync(job)()  # expect: nested-loop
    made()  # expect: nested-loop
    helper()  # expect: nested-loop
    decorated()  # expect: nested-loop
    await asyncio.to_thread(helper)
    await asyncio.to_thread(async_to_sync(job))
