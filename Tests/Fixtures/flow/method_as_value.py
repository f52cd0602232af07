import requests

class A:
    def __init__(self):
        self.session = requests.Session()
        self.get = self.session.get

    async def run(self):
        self.get("u")  # expect: blocking-http
