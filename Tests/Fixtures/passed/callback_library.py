import time

def run(f, *args):
    return f(*args)

async def handler():
    run(time.sleep, 1)  # expect: blocking-sleep
