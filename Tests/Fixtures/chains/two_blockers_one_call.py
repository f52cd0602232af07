import requests
import time


def both():
    time.sleep(1)
    requests.get("x")


async def run():
    both()  # expect: blocking-http, blocking-sleep
