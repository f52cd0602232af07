import time

def slow():
    time.sleep(1)

HANDLERS = {"slow": slow}

async def handler():
    for name, f in HANDLERS.items():
        f()  # expect: blocking-sleep
