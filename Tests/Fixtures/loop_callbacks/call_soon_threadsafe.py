# From a worker thread the call is harmless; what it asks for runs on the loop.
import asyncio
import threading
import time


def deliver(message):
    time.sleep(0.2)  # expect: blocking-sleep
    print(message)


def worker(loop):
    time.sleep(5)
    loop.call_soon_threadsafe(deliver, "done")


async def main():
    loop = asyncio.get_running_loop()
    threading.Thread(target=worker, args=(loop,)).start()
