import httpx
import requests


async def handler(x):
    match x:
        case httpx.AsyncClient() as client:
            await client.get("u")
        case [requests.Session(), client]:
            await client.get("u")
        case {"session": client}:
            await client.get("u")
        case requests.Session() | httpx.AsyncClient() as either:
            return either
