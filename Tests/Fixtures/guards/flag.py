import asyncio
import threading
import time


def flagged():
    try:
        asyncio.get_running_loop()
        running = True
    except RuntimeError:
        running = False
    if not running:
        time.sleep(1)


def named():
    elsewhere = threading.current_thread() is not threading.main_thread()
    if elsewhere:
        time.sleep(1)


def other():
    running = bool(time.time())
    if not running:
        time.sleep(1)


async def use():
    flagged()
    named()
    other()  # expect: blocking-sleep
