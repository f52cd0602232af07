import requests


class Base:
    def load(self):
        return {}

    async def run(self):
        return self.load()


class Child(Base):
    def load(self):
        return requests.get("u")


async def handler():
    return await Base().run()
