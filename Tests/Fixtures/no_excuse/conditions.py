import queue
import subprocess
import threading
import time

import psutil

lock = threading.Lock()
items = queue.Queue()


async def use():
    lock.acquire(blocking=False)
    lock.acquire(False)
    lock.acquire(timeout=0)
    lock.acquire()  # expect: blocking-lock
    items.get_nowait()
    items.get(block=False)
    items.get(False)
    items.get(timeout=1)  # expect: blocking-lock
    items.get()  # expect: blocking-lock
    psutil.cpu_percent()
    psutil.cpu_percent(interval=None)
    psutil.cpu_percent(interval=1)  # expect: blocking-sleep
    psutil.cpu_percent(0.5)  # expect: blocking-sleep
    process = subprocess.Popen(["make"])  # expect: blocking-subprocess
    process.poll()
    process.wait()  # expect: blocking-subprocess
    time.sleep(0)
