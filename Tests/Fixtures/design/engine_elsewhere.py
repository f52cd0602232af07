# No handler is in sight: a coroutine function that nobody calls may be one.
import httpx
from sqlalchemy.ext.asyncio import create_async_engine


async def count_orders():
    engine = create_async_engine("x")  # expect: engine-per-request
    return engine


async def once():
    engine = create_async_engine("x")
    return engine


async def fetch(url):
    async with httpx.AsyncClient() as client:
        return await client.get(url)


class Service:
    async def load(self):
        self.client = httpx.AsyncClient()
        await once()
