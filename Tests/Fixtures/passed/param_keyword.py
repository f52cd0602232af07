import requests

def fetch(*, session, url):
    return session.get(url)

async def handler():
    return fetch(url="u", session=requests.Session())  # expect: blocking-http
