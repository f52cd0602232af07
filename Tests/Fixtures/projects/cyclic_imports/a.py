from b import rest
import time


def pause():
    time.sleep(1)


async def run():
    rest()  # expect: blocking-sleep
