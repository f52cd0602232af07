import requests

def both():
    return requests.Session(), "name"

async def handler():
    session, name = both()
    session.get("u")  # expect: blocking-http
    name.get("u")
