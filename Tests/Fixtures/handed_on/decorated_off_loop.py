import requests
from asgiref.sync import sync_to_async
from channels.db import database_sync_to_async


@sync_to_async
def fetch(url):
    return requests.get(url)


@sync_to_async(thread_sensitive=False)
def fetch_freely(url):
    return requests.get(url)


class Consumer:
    @database_sync_to_async
    def load(self):
        return requests.get("x")

    async def connect(self):
        await self.load()
        await fetch("x")
        await fetch_freely("x")
