import requests

async def handler():
    if (s := requests.Session()):
        s.get("u")  # expect: blocking-http
