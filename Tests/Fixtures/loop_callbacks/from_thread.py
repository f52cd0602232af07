# A worker thread asks the loop to run something.
import time

import anyio
from anyio import from_thread, to_thread


def update():
    time.sleep(1)  # expect: blocking-sleep


def worker():
    time.sleep(5)
    from_thread.run_sync(update)


async def main():
    await to_thread.run_sync(worker)


anyio.run(main)
