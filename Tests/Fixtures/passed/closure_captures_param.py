import requests

def make(session):
    def inner(u):
        return session.get(u)
    return inner

async def handler():
    get = make(requests.Session())
    get("u")  # expect: blocking-http
