from typing import Protocol
import requests

class Fetcher(Protocol):
    def fetch(self, url: str) -> bytes: ...

class RequestsFetcher(Fetcher):
    def fetch(self, url):
        return requests.get(url).content

class Service:
    def __init__(self, fetcher: Fetcher):
        self._fetcher = fetcher

    async def run(self):
        return self._fetcher.fetch("u")  # expect: blocking-http
