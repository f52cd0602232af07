import requests

async def handler(names):
    [y := requests.Session() for n in names]
    y.get("u")  # expect: blocking-http
