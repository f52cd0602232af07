import functools
import time


async def use():
    def inner():
        time.sleep(1)

    def unused():
        time.sleep(1)

    pause = lambda: time.sleep(1)
    half = functools.partial(time.sleep, 0.5)
    inner()  # expect: blocking-sleep
    pause()  # expect: blocking-sleep
    half()  # expect: blocking-sleep
    (lambda: time.sleep(1))()  # expect: blocking-sleep
    kept = functools.partial(inner)
    kept()  # expect: blocking-sleep
    return functools.partial(inner), unused
