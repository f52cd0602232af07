import requests

def both() -> tuple[requests.Session, str]:
    return make()

async def handler():
    session, name = both()
    session.get("u")  # expect: blocking-http
