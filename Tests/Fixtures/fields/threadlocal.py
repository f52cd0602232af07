import threading
import requests

local = threading.local()

def session():
    if not hasattr(local, "session"):
        local.session = requests.Session()
    return local.session

async def handler():
    session().get("u")  # expect: blocking-http
