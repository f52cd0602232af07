import time


async def before():
    time.sleep(1)  # expect: blocking-sleep


async def broken():
    x = = 3


async def after():
    time.sleep(2)  # expect: blocking-sleep
