import requests


async def handler(things):
    [t.get("u") for t in things if isinstance(t, requests.Session)]  # expect: blocking-http
    first = things[0]
    return isinstance(first, requests.Session) and first.get("u")  # expect: blocking-http
