import time

HOOKS = {}


def slow():
    time.sleep(1)


def quick():
    return 1


HOOKS["slow"] = slow
HOOKS["quick"] = quick


async def handler():
    HOOKS["quick"]()
    return list(HOOKS)
