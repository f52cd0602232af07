# A class need not derive from the protocol that it fits.
import asyncio
from typing import Optional, Protocol

import requests


class Fetcher(Protocol):
    def fetch(self, url: str) -> bytes: ...


class Web:
    def fetch(self, url):
        return requests.get(url).content


class Memory:
    def fetch(self, url):
        return b""


class Service:
    def __init__(self, fetcher: Fetcher, second: Optional[Fetcher] = None):
        self._fetcher = fetcher

    async def run(self):
        return self._fetcher.fetch("u")  # expect: blocking-http


class Cache:
    def __init__(self, fetcher: Fetcher):
        self._fetcher = fetcher

    async def run(self):
        return self._fetcher.fetch("u")


class Threaded:
    def __init__(self, fetcher: Fetcher):
        self._fetcher = fetcher

    async def run(self):
        return await asyncio.to_thread(self._fetcher.fetch, "u")


service = Service(Web())
cache = Cache(Memory())
threaded = Threaded(Web())
