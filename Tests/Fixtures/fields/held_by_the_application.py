# What an application keeps for its handlers, under keys, in a namespace or in a context variable.
from contextvars import ContextVar
from types import SimpleNamespace

import redis
import requests
from aiohttp import ClientSession, web

CACHE = web.AppKey("CACHE", redis.Redis)
services = SimpleNamespace(http=requests.Session(), name="shop")
current = ContextVar("current")


def make_app():
    app = web.Application()
    app["http"] = requests.Session()
    app[CACHE] = redis.Redis()
    app["gentle"] = ClientSession()
    return app


def use(token):
    current.set(requests.Session())


async def handle(request: web.Request):
    request.app["http"].get("https://example.org")  # expect: blocking-http
    request.app[CACHE].incr("hits")  # expect: blocking-database
    await request.app["gentle"].get("https://example.org")
    services.http.get("https://example.org")  # expect: blocking-http
    services.name.lower()
    current.get().get("https://example.org")  # expect: blocking-http


async def unannotated(request):
    request.app["http"].get("https://example.org")  # expect: blocking-http
