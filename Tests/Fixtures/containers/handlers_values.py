import time

def slow():
    time.sleep(1)

HANDLERS = {"slow": slow}

async def handler():
    for f in HANDLERS.values():
        f()  # expect: blocking-sleep
