from functools import partial
import time

nap = partial(time.sleep, 1)

async def handler():
    nap()  # expect: blocking-sleep
    partial(time.sleep)(2)  # expect: blocking-sleep
