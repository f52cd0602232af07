import time

async def handler():
    getattr(time, "sleep")(1)  # expect: blocking-sleep
