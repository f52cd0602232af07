import time


async def run():
    time.sleep(1)  # expect: blocking-sleep
    x = """a
b"""
    time.sleep(2)  # expect: blocking-sleep
