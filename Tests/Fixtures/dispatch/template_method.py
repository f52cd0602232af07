import requests

class Base:
    async def run(self):
        return self.fetch()  # expect: blocking-http

    def fetch(self):
        raise NotImplementedError

class Child(Base):
    def fetch(self):
        return requests.get("u")
