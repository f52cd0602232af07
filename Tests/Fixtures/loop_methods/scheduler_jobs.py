# A plain job of the asyncio scheduler runs in its pool; a coroutine function runs on the loop.
import time

from apscheduler.schedulers.asyncio import AsyncIOScheduler

scheduler = AsyncIOScheduler()


def plain():
    time.sleep(1)


async def coroutine():
    time.sleep(1)  # expect: blocking-sleep


@scheduler.scheduled_job("interval", seconds=5)
def decorated():
    time.sleep(1)


scheduler.add_job(plain, "interval", seconds=5)
scheduler.add_job(coroutine, "interval", seconds=5)
