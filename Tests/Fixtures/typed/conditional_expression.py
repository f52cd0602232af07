import httpx
import requests


async def fetch(flag, url, given=None):
    client = requests.Session() if flag else None
    client.get(url)  # expect: blocking-http
    other = given or httpx.Client()
    return other.get(url)  # expect: blocking-http
