import functools
import time

def timed(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        time.monotonic()
        return f(*args, **kwargs)
    return wrapper

@timed
def slow():
    time.sleep(1)

async def handler():
    slow()  # expect: blocking-sleep
