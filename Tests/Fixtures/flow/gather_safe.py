import asyncio

import httpx
import requests


async def sync_client():
    return requests.Session()


async def async_client():
    return httpx.AsyncClient()


async def handler():
    blocking, client = await asyncio.gather(sync_client(), async_client())
    await client.get("u")
    task = asyncio.create_task(client.get("u"))
    await task
    return task.result(), blocking
