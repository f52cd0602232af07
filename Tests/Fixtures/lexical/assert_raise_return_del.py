import requests
import time


async def run(url, things):
    assert requests.get(url)  # expect: blocking-http
    del things[time.sleep(1)]  # expect: blocking-sleep
    things[requests.get(url)] += 1  # expect: blocking-http
    raise ValueError(requests.get(url))  # expect: blocking-http
