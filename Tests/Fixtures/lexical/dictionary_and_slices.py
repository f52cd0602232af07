import requests
import time


async def run(url, items):
    table = {"a": requests.get(url), **requests.get(url).json()}  # expect: blocking-http, blocking-http
    part = items[requests.get(url):]  # expect: blocking-http
    return table, part, not requests.get(url), -time.sleep(1)  # expect: blocking-http, blocking-sleep
