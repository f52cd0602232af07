import httpx

class Client:
    def __init__(self, session, base):
        self.session = session
        self.base = base

    async def fetch(self, path):
        return await self.session.get(self.base + path)

client = Client(httpx.AsyncClient(), "https://x")

async def handler():
    return await client.fetch("/a")
