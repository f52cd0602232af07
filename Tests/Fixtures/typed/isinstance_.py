import requests


async def fetch(thing, url):
    if isinstance(thing, requests.Session):
        return thing.get(url)  # expect: blocking-http
    return thing.get(url)
