import requests

class Svc:
    def __init__(self):
        self._session = None

    @property
    def session(self):
        if self._session is None:
            self._session = requests.Session()
        return self._session

    async def go(self):
        self.session.get("u")  # expect: blocking-http
