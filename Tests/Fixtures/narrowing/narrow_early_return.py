import requests

async def handler(x):
    if not isinstance(x, requests.Session):
        return None
    x.get("u")  # expect: blocking-http
