import requests

def retry(action):
    return action()

async def handler():
    return retry(lambda: requests.get("u"))  # expect: blocking-http
