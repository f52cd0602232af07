import requests
import httpx

def get(session, url):
    return session.get(url)

async def a():
    return await get(httpx.AsyncClient(), "u")

def b():
    return get(requests.Session(), "u")
