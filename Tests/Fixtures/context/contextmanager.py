import time
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def pause():
    time.sleep(1)
    yield


@asynccontextmanager
async def later():
    time.sleep(2)  # expect: blocking-sleep
    yield


async def run():
    with pause():  # expect: blocking-sleep
        pass
    async with later():
        pass
    manager = pause()
    return manager
