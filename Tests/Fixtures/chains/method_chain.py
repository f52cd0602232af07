import requests


class Repository:
    def load(self, key):
        return self._get(key)

    def _get(self, key):
        return requests.get(key)


class Service:
    def __init__(self):
        self.repository = Repository()

    async def show(self, key):
        return self.repository.load(key)  # expect: blocking-http
