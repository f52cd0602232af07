import requests
import httpx

async def handler(x: requests.Session | httpx.AsyncClient):
    if isinstance(x, httpx.AsyncClient):
        await x.get("u")
    else:
        x.get("u")  # expect: blocking-http
