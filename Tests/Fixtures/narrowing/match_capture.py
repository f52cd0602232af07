import requests

def make():
    return requests.Session()

async def handler():
    match make():
        case s:
            s.get("u")  # expect: blocking-http
