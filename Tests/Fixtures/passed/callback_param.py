import time

def retry(action, times=3):
    for _ in range(times):
        action()

def work():
    time.sleep(1)

async def handler():
    retry(work)  # expect: blocking-sleep
