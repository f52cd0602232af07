import requests
import time


async def run(subject, url):
    match requests.get(url):  # expect: blocking-http
        case int() if time.sleep(1):  # expect: blocking-sleep
            time.sleep(2)  # expect: blocking-sleep
        case _:
            pass
