import aiohttp
import httpx
import redis.asyncio as redis
from openai import AsyncOpenAI
from pymongo import AsyncMongoClient

cache = redis.Redis()
client = httpx.AsyncClient()
ai = AsyncOpenAI()
mongo = AsyncMongoClient()


async def run(url):
    await cache.get("x")
    await client.get(url)
    await ai.chat.completions.create(model="x")
    await mongo.shop.orders.find_one({})
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            return await answer.json()
