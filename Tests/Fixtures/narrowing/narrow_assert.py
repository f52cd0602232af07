import requests

async def handler(x):
    assert isinstance(x, requests.Session)
    x.get("u")  # expect: blocking-http
