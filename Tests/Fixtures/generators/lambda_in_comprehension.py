import time


async def later(items):
    return [lambda: time.sleep(i) for i in items]
