import time


async def run(seconds):
    time.sleep(0)
    time.sleep(0.0)
    time.sleep(0.1)  # expect: blocking-sleep
    time.sleep(seconds)  # expect: blocking-sleep
