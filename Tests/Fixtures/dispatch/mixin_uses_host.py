import requests

class FetchMixin:
    def fetch(self):
        return self.session.get("u")

class View(FetchMixin):
    def __init__(self):
        self.session = requests.Session()

    async def get(self):
        return self.fetch()  # expect: blocking-http
