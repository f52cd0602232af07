# What is called back with a finished future may hand it on.
import asyncio
import concurrent.futures


def outcome(done: concurrent.futures.Future):
    return done.result()


def finish(key, done: concurrent.futures.Future):
    return key, outcome(done)


def copy_state(source: concurrent.futures.Future, target):
    if source.exception() is not None:
        target.set_exception(source.exception())
    else:
        target.set_result(source.result())


class Relay:
    def finished(self, source: concurrent.futures.Future):
        return source.result()


async def good(pool: concurrent.futures.ThreadPoolExecutor, work, relay: Relay):
    loop = asyncio.get_running_loop()
    target = loop.create_future()
    pool.submit(work).add_done_callback(lambda done: finish("key", done))
    pool.submit(work).add_done_callback(lambda done: loop.call_soon_threadsafe(copy_state, done, target))
    pool.submit(work).add_done_callback(lambda done: loop.call_soon_threadsafe(relay.finished, done))
    return await target


def other_outcome(future: concurrent.futures.Future):
    return future.result()


async def bad(pool: concurrent.futures.ThreadPoolExecutor, work):
    asyncio.get_running_loop().call_soon(print, pool.submit(work))
    other_outcome(pool.submit(work))  # expect: blocking-lock
