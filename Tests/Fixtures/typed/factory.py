import requests


def make():
    session = requests.Session()
    session.headers["x"] = "y"
    return session


async def fetch(url):
    session = make()
    return session.get(url)  # expect: blocking-http
