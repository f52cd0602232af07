import asyncio
import threading


async def job():
    return 1


def worker(loop):
    return asyncio.run_coroutine_threadsafe(job(), loop).result()


def helper(loop):
    return asyncio.run_coroutine_threadsafe(job(), loop).result(5)


async def use():
    loop = asyncio.get_running_loop()
    threading.Thread(target=worker, args=(loop,)).start()
    await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(job(), loop))
    helper(loop)  # expect: blocking-lock
