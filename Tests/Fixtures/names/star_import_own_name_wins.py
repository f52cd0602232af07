from time import *


def sleep(seconds):
    return seconds


async def tick():
    sleep(1)
