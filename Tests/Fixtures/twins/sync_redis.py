import redis
from redis import Redis, asyncio as aioredis

cache = Redis()
other = redis.from_url("redis://x")
twin = aioredis.Redis()


async def run():
    cache.get("x")  # expect: blocking-database
    other.set("x", 1)  # expect: blocking-database
    pipe = cache.pipeline()
    pipe.get("x")
    pipe.execute()  # expect: blocking-database
    await twin.get("x")
