import requests

async def handler(names):
    any((s := requests.Session()) for n in names)
    s.get("u")  # expect: blocking-http
