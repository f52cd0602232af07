import requests

class A:
    session: requests.Session | None = None

    def open(self):
        self.session = requests.Session()

    async def run(self):
        assert self.session is not None
        self.session.get("u")  # expect: blocking-http
