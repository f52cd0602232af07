import requests

async def handler(items):
    for session in [requests.Session()]:
        session.get("x")  # expect: blocking-http
    else:
        session.get("u")  # expect: blocking-http
