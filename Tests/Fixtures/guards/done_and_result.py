"""Asked and taken in one expression; and a loop that is asked for by its older name."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()


def loop_or_none():
    try:
        loop = asyncio.get_event_loop()
    except RuntimeError:
        return None
    return loop


def dispatch(work):
    loop = loop_or_none()
    if loop is None:
        asyncio.run(work())
    else:
        loop.create_task(work())


def dispatch_wrongly(work):
    loop = loop_or_none()
    if loop is not None:
        asyncio.run(work())


async def safe(work):
    future = pool.submit(time.sleep, 1)
    if future.done() and future.result() is None:
        print("done")
    dispatch(work)
    return future.done() and future.result()


async def blocks(work):
    future = pool.submit(time.sleep, 1)
    if future.done() or future.result():  # expect: blocking-lock
        print("done")
    dispatch_wrongly(work)  # expect: nested-loop
    return future.result() and future.done()  # expect: blocking-lock
