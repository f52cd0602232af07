import requests

class Client:
    def __init__(self, session, base):
        self.session = session
        self.base = base

    def fetch(self, path):
        return self.session.get(self.base + path)

client = Client(requests.Session(), "https://x")

async def handler():
    return client.fetch("/a")  # expect: blocking-http
