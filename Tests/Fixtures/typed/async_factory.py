import requests


async def make():
    return requests.Session()


async def fetch(url):
    session = await make()
    return session.get(url)  # expect: blocking-http
