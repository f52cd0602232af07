import time


def slow():
    time.sleep(1)


def choose():
    return slow


async def run():
    choose()()  # expect: blocking-sleep
    action = choose()
    action()  # expect: blocking-sleep
