import requests

SESSION = requests.Session()

def fetch(url, session=SESSION):
    return session.get(url)

def fetch2(url, session: "requests.Session" = None):
    session = session or SESSION
    return session.get(url)

async def handler():
    fetch("u")  # expect: blocking-http
    fetch2("u")  # expect: blocking-http
