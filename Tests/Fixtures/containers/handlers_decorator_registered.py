import time

HOOKS = {}

def register(name):
    def wrap(f):
        HOOKS[name] = f
        return f
    return wrap

@register("slow")
def slow():
    time.sleep(1)

async def handler():
    slow()  # expect: blocking-sleep
