import requests


async def handler(names):
    found = [name for name in names if (session := name)]
    session.get("u")
    return found, requests.Session
