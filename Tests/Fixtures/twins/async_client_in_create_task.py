import asyncio
import httpx
import redis.asyncio

cache = redis.asyncio.from_url("redis://x")


async def run(url):
    async with httpx.AsyncClient() as client:
        task = asyncio.create_task(client.get(url))
        await asyncio.gather(client.get(url), cache.get("x"))
        return await task
