import asyncio
import requests
import httpx

def make():
    return requests.Session()

async def handler(x: "requests.Session | httpx.AsyncClient"):
    if isinstance(x, httpx.AsyncClient):
        asyncio.create_task(x.get("u"))
        return 1
    return x.get("u")  # expect: blocking-http
