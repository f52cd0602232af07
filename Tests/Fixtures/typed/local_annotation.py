import requests


async def fetch(make, url):
    session: requests.Session = make()
    return session.get(url)  # expect: blocking-http
