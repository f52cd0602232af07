import time

def make():
    def inner():
        time.sleep(1)
    return inner

run = make()

async def handler():
    run()  # expect: blocking-sleep
    make()()  # expect: blocking-sleep
