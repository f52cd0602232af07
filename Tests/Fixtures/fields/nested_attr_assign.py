import requests

class Inner:
    pass

class Outer:
    def __init__(self):
        self.inner = Inner()
        self.inner.session = requests.Session()

    async def run(self):
        self.inner.session.get("u")  # expect: blocking-http
