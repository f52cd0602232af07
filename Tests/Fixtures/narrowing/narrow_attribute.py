import requests

class A:
    def __init__(self, x):
        self.x = x

    async def run(self):
        if isinstance(self.x, requests.Session):
            self.x.get("u")  # expect: blocking-http
