import requests

class Base:
    async def fetch(self):
        return await self._get()

    async def _get(self):
        raise NotImplementedError

class Impl(Base):
    async def _get(self):
        return requests.get("u")  # expect: blocking-http
