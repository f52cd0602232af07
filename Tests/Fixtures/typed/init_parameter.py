import requests


class Client:
    def __init__(self, session: requests.Session | None = None):
        self._session = session or requests.Session()

    async def fetch(self, url):
        return self._session.get(url)  # expect: blocking-http
