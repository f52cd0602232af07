import time


def low():
    time.sleep(1)


def middle():
    low()


async def top():
    middle()  # expect: blocking-sleep
