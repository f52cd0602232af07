import requests

session = None


def start():
    global session
    session = requests.Session()


async def fetch(url):
    return session.get(url)  # expect: blocking-http
