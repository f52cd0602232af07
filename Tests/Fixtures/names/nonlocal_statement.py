import requests


def outer():
    session = None

    def start():
        nonlocal session
        session = requests.Session()

    async def fetch(url):
        return session.get(url)  # expect: blocking-http

    return start, fetch
