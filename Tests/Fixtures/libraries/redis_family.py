import redis
import redis.asyncio as aioredis
from redis import Redis

r = redis.Redis()
ar = aioredis.Redis()
pool = redis.ConnectionPool.from_url("x")

class Cache:
    def __init__(self, url):
        self.r = redis.from_url(url)
        self.s = redis.StrictRedis(connection_pool=pool)

    def get(self, k):
        return self.r.get(k)

async def handler():
    r.get("x")  # expect: blocking-database
    await ar.get("x")
    Cache("u").get("k")  # expect: blocking-database
    Redis.from_url("x").set("a", 1)  # expect: blocking-database
    with r.pipeline() as p:
        p.set("x", 1)
        p.execute()  # expect: blocking-database
    r.lock("x").acquire()  # expect: blocking-database
    with r.lock("x"):  # expect: blocking-database
        pass
