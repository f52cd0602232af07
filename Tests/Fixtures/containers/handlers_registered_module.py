import time

HOOKS = []
TABLE = {}

def slow():
    time.sleep(1)

HOOKS.append(slow)
TABLE["x"] = slow

async def handler(name):
    for hook in HOOKS:
        hook()  # expect: blocking-sleep
    TABLE[name]()  # expect: blocking-sleep
