import requests

async def handler():
    ctx = {"session": requests.Session(), "name": "x"}
    ctx["session"].get("u")  # expect: blocking-http
    ctx["name"].get("x")
