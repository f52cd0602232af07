import time


def slow(item):
    time.sleep(1)
    return item


async def lazily(items):
    return map(slow, items)


async def blocks(items):
    found = list(map(slow, items))  # expect: blocking-sleep
    found += sorted(items, key=slow)  # expect: blocking-sleep
    return found
