import asyncio
import requests


class Client:
    async def get(self, url):
        return await asyncio.to_thread(requests.get, url)


async def fetch(url):
    client = Client()
    return await client.get(url)
