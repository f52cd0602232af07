# Switches go through `*arguments, **keywords` as well.
import time


def write(path, text=True, **options):
    if text:
        time.sleep(1)
    return path


def atomic(path, *arguments, **options):
    return write(path, *arguments, **options)


async def good():
    atomic("x", text=False)


async def bad(switch):
    atomic("x")  # expect: blocking-sleep
    atomic("x", True)  # expect: blocking-sleep
    atomic("x", text=True)  # expect: blocking-sleep
    atomic("x", text=switch)  # expect: blocking-sleep
