import requests


class Session(requests.Session):
    def get(self, url):
        return None

    async def fetch(self, url):
        self.get(url)
        return super().get(url)  # expect: blocking-http
