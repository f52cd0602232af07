"""The weather stations' service."""
import os

import httpx

URL = os.environ.get("STATIONS_URL", "http://127.0.0.1:9000")


class Stations:
    """One client for all requests."""

    def __init__(self):
        limits = httpx.Limits(max_connections=2)
        self.client = httpx.AsyncClient(base_url=URL, timeout=10, limits=limits)

    async def report(self, place):
        reply = await self.client.get(f"/stations/{place}")
        reply.raise_for_status()
        return reply.json()

    async def close(self):
        await self.client.aclose()
