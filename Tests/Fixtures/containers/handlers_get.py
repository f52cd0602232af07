import time

def slow():
    time.sleep(1)

HANDLERS = {"slow": slow}

async def handler(name):
    f = HANDLERS.get(name)
    if f is None:
        return
    f()  # expect: blocking-sleep
