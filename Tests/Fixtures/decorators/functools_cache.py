import functools
import requests

@functools.cache
def session():
    return requests.Session()

async def handler():
    session().get("u")  # expect: blocking-http
