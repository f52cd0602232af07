import requests


async def fetch(url):
    return getattr(requests, "get")(url)  # expect: blocking-http
