import requests

class Base:
    def __init__(self, client=None):
        self.client = client or requests.Session()

class Child(Base):
    def __init__(self, **kw):
        super().__init__(**kw)

    def go(self):
        return self.client.get("u")

async def handler():
    Child().go()  # expect: blocking-http
