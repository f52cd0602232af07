import time


def helper():
    def inner():
        time.sleep(1)

    return inner()


async def run():
    helper()  # expect: blocking-sleep
