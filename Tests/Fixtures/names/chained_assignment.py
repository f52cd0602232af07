import requests

a = b = requests.Session()


async def fetch():
    b.get("x")  # expect: blocking-http
