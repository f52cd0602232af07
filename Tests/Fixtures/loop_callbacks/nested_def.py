import asyncio
import time


def install(loop: asyncio.AbstractEventLoop):
    def tick():
        time.sleep(0.1)  # expect: blocking-sleep
        loop.call_later(1, tick)

    def never():
        time.sleep(0.1)

    loop.call_later(1, tick)
    return never
