import time


async def run():
    time.sleep(1)  # expect: blocking-sleep
