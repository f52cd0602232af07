import requests

def client_class():
    return requests.Session

async def handler():
    client_class()().get("u")  # expect: blocking-http
