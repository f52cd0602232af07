import requests


def load(url, session=None):
    session = session or requests.Session()
    return session.get(url)


async def fetch(url):
    return load(url)  # expect: blocking-http
