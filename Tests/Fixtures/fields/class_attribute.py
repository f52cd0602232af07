import requests

class Api:
    session = requests.Session()

    async def get(self):
        return self.session.get("u")  # expect: blocking-http

    @classmethod
    async def other(cls):
        return cls.session.get("u")  # expect: blocking-http

async def out():
    return Api.session.get("u")  # expect: blocking-http
