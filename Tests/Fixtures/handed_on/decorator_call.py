# A decorator's arguments run where the function is defined.
import time


def pause(seconds):
    time.sleep(seconds)
    return lambda function: function


@pause(1)
async def safe():
    return 1


async def outer():
    @pause(2)  # expect: blocking-sleep
    def inner():
        return 2

    return inner
