import asyncio
import time


def in_async_context():
    try:
        asyncio.get_running_loop()
        return True
    except RuntimeError:
        return False


def is_sync():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


def has_loop() -> bool:
    loop = asyncio.get_event_loop()
    return loop.is_running()


def ready():
    return True


def one():
    if in_async_context():
        return None
    time.sleep(1)


def two():
    if not in_async_context():
        time.sleep(1)


def three():
    if is_sync():
        time.sleep(1)


def four():
    if ready():
        time.sleep(1)


def five():
    if not is_sync():
        time.sleep(1)


async def use():
    one()
    two()
    three()
    four()  # expect: blocking-sleep
    five()  # expect: blocking-sleep
