import requests

async def handler():
    data = requests.get("u")  # expect: blocking-http
    data = data.json()
    data.get("x")
