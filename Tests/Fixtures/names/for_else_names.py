import time


async def tick(items):
    for item in items:
        pass
    else:
        time.sleep(1)  # expect: blocking-sleep
    while items:
        items.pop()
    else:
        time.sleep(2)  # expect: blocking-sleep
