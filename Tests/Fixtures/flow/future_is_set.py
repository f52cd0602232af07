"""A future that was given its result has nothing to wait for."""

import concurrent.futures


def finished():
    future = concurrent.futures.Future()
    future.set_result(1)
    return future


def started(pool: concurrent.futures.ThreadPoolExecutor):
    return pool.submit(print)


def perhaps(done):
    future = concurrent.futures.Future()
    if done:
        future.set_result(1)
    return future


async def safe():
    future = concurrent.futures.Future()
    future.set_result(2)
    future.result()
    other = finished()
    other.result()


async def blocks(pool: concurrent.futures.ThreadPoolExecutor):
    future = started(pool)
    future.result()  # expect: blocking-lock
    other = perhaps(False)
    other.result()  # expect: blocking-lock
    late = concurrent.futures.Future()
    late.result()  # expect: blocking-lock
    late.set_result(3)
