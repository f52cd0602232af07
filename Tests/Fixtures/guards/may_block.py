"""A helper that puts two questions together with `and`."""

import asyncio
import threading
import time


def is_running():
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def may_block():
    return threading.current_thread() is threading.main_thread() and not is_running()


def is_patient(patient):
    return patient and not is_running


def wait_politely():
    if not may_block():
        raise RuntimeError("somebody would wait")
    time.sleep(1)


def wait_anyway(patient):
    if not is_patient(patient):
        raise RuntimeError("no")
    time.sleep(1)


async def safe():
    wait_politely()


async def blocks():
    wait_anyway(True)  # expect: blocking-sleep
