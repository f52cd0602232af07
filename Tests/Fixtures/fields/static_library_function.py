import asyncio

import requests


class Api:
    fetch = staticmethod(requests.get)

    async def load(self):
        return self.fetch("u")  # expect: blocking-http

    async def safe(self):
        return await asyncio.to_thread(self.fetch, "u")
