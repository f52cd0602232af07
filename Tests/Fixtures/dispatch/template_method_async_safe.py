import requests

class Base:
    async def run(self):
        return await self.fetch()

    async def fetch(self):
        raise NotImplementedError

class Child(Base):
    async def fetch(self):
        return 1
