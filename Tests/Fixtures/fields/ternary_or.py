import requests
import httpx

class A:
    def __init__(self, session=None):
        self.session = session or requests.Session()
        self.other = session if session else requests.Session()

    async def run(self):
        self.session.get("u")  # expect: blocking-http
        self.other.get("u")  # expect: blocking-http
