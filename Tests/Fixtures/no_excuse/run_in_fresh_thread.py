import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


async def job():
    return 1


def in_thread():
    return asyncio.run(job())


def on_loop():
    return asyncio.run(job())


async def use():
    threading.Thread(target=in_thread).start()
    threading.Thread(target=lambda: asyncio.run(job())).start()
    threading.Thread(target=asyncio.run, args=(job(),)).start()
    with ThreadPoolExecutor() as pool:  # expect: blocking-lock
        pool.submit(asyncio.run, job())
    on_loop()  # expect: nested-loop
