import asyncio


async def work():
    return 1


async def handler(loop):
    future = asyncio.run_coroutine_threadsafe(work(), loop)
    return future.result()  # expect: blocking-lock


async def own_task():
    task = asyncio.create_task(work())
    await task
    return task.result()
