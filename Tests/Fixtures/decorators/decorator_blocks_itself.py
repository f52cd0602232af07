import functools
import time

def throttled(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        time.sleep(1)
        return f(*args, **kwargs)
    return wrapper

@throttled
def fast():
    return 1

async def handler():
    fast()  # expect: blocking-sleep
