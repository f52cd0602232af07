import functools
import requests


class Client:
    @property
    def token(self):
        return requests.post("x").text

    @functools.cached_property
    def user(self):
        return requests.get("x").json()

    @property
    def session(self):
        return requests.Session()

    async def fetch(self):
        print(self.token)  # expect: blocking-http
        name = self.user["name"]  # expect: blocking-http
        return name


async def use_session():
    return Client().session.get("x")  # expect: blocking-http
