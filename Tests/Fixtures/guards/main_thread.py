import threading
import time
from threading import current_thread, main_thread


def wait_elsewhere():
    if threading.current_thread() is not threading.main_thread():
        time.sleep(1)


def wait_unless_main():
    if current_thread() is main_thread():
        return
    time.sleep(1)


def wait_in_main():
    if current_thread() is main_thread():
        time.sleep(1)


async def use():
    wait_elsewhere()
    wait_unless_main()
    wait_in_main()  # expect: blocking-sleep
