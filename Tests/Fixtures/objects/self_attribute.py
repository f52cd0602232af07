import requests


class Client:
    def __init__(self):
        self.session = requests.Session()
        self._timeout = 3

    async def fetch(self, url):
        return self.session.get(url, timeout=self._timeout)  # expect: blocking-http
