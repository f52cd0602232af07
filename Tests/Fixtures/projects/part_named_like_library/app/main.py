import redis
import requests

from app.utils import redis as own_redis
from app.utils.redis import connect


async def main():
    requests.get("https://example.org")  # expect: blocking-http
    redis.Redis().get("a")  # expect: blocking-database
    own_redis.connect()
    connect()
