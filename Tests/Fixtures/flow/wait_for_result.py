import asyncio
import requests

async def make():
    return requests.Session()

async def handler():
    s = await asyncio.wait_for(make(), 5)
    s.get("u")  # expect: blocking-http
    t = asyncio.create_task(make())
    u = await t
    u.get("u")  # expect: blocking-http
