import requests

def inner(s):
    return s.get("u")

def outer(s):
    return inner(s)

async def handler():
    s = requests.Session()
    return outer(s)  # expect: blocking-http
