"""time.sleep(1)

async def x():
    requests.get("y")
"""
import requests
import time


async def run():
    # time.sleep(1)
    text = "time.sleep(1)"
    other = 'requests.get("x")'
    raw = r"time.sleep(1)\n"
    binary = b"time.sleep(1)"
    triple = """
    time.sleep(1)
    """
    return text, other, raw, binary, triple
