import requests


class Client:
    session: requests.Session

    async def fetch(self, url):
        return self.session.get(url)  # expect: blocking-http
