import requests


class Client:
    http = requests

    async def fetch(self, url):
        return self.http.get(url)  # expect: blocking-http
