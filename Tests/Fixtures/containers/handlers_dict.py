import time

def slow():
    time.sleep(1)

def fast():
    return 1

HANDLERS = {"slow": slow, "fast": fast}

async def handler(name):
    HANDLERS[name]()  # expect: blocking-sleep
