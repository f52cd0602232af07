import requests


class Client:
    def open(self):
        self.session = requests.Session()

    async def fetch(self, url):
        session = self.session
        return session.get(url)  # expect: blocking-http
