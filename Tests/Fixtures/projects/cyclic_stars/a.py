from b import *


async def run():
    nothing()
    sleep(1)  # expect: blocking-sleep
