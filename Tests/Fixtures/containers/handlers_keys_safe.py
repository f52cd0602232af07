import time

def slow():
    time.sleep(1)

HANDLERS = {"slow": slow}

async def handler():
    for name in HANDLERS:
        name()
    for name in HANDLERS.keys():
        name()
    for name, f in HANDLERS.items():
        name()
