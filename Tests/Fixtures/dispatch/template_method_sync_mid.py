import requests

class Base:
    def run(self):
        return self._fetch()

    def _fetch(self):
        raise NotImplementedError

class Child(Base):
    def _fetch(self):
        return requests.get("u")

async def handler():
    return Child().run()  # expect: blocking-http
