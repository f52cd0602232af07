import requests
import time

async def handler(urls):
    list(map(requests.get, urls))  # expect: blocking-http
    for r in map(requests.get, urls):  # expect: blocking-http
        pass
    [x for x in filter(lambda u: requests.get(u), urls)]  # expect: blocking-http
