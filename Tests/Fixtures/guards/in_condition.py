import asyncio
import threading
import time


def both(ready):
    if ready and threading.current_thread() is not threading.main_thread():
        time.sleep(1)


def one_of(ready):
    if ready or threading.current_thread() is not threading.main_thread():
        time.sleep(1)


def chosen():
    return time.sleep(1) if threading.current_thread() is not threading.main_thread() else None


def asserted():
    assert threading.current_thread() is not threading.main_thread()
    time.sleep(1)


def elsewhere(ready):
    if ready:
        return 1
    elif threading.current_thread() is threading.main_thread():
        return 2
    else:
        time.sleep(1)


async def use():
    both(True)
    one_of(True)  # expect: blocking-sleep
    chosen()
    asserted()
    elsewhere(True)
