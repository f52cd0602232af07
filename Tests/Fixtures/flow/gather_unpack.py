import asyncio
import requests

async def make():
    return requests.Session()

async def name():
    return "x"

async def handler():
    n, s = await asyncio.gather(name(), make())
    s.get("u")  # expect: blocking-http
    n.get("u")
