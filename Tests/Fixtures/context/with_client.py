import httpx
import requests


async def fetch(url):
    with httpx.Client() as c:
        c.get(url)  # expect: blocking-http
    with requests.Session() as s, open("x") as f:  # expect: blocking-file
        s.post(url, data=f)  # expect: blocking-http


async def safe(url):
    async with httpx.AsyncClient() as c:
        await c.get(url)
