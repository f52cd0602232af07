# A bare annotation binds nothing that runs.
import requests

session: requests.Session


async def fetch(url):
    return session.get(url)  # expect: blocking-http
