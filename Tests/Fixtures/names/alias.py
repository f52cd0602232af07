import requests as r


async def fetch(url):
    return r.get(url)  # expect: blocking-http
