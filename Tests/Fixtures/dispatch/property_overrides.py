"""Reading a property runs what the classes below have in its place."""
import abc

import requests


class Router(abc.ABC):
    @property
    @abc.abstractmethod
    def files(self) -> list: ...


class Remote(Router):
    @property
    def files(self) -> list:
        return requests.get("https://example.org").json()


class Empty(Router):
    @property
    def files(self) -> list:
        return []


async def workspace(router: Router):
    return router.files  # expect: blocking-http


class Plain:
    @property
    def headers(self):
        return {}

    async def request(self):
        return self.headers  # expect: blocking-http


class Signed(Plain):
    @property
    def headers(self):
        return requests.get("https://example.org/token").json()


class Known:
    @property
    def headers(self):
        return {}

    async def request(self):
        return self.headers


class NeverMade(Known):
    @property
    def headers(self):
        return requests.get("https://example.org/token").json()


known = Known()


async def empty(router: Empty):
    return router.files


class Provider:
    @property
    def token(self):
        return ""

    async def send(self):
        return self.token

    async def ask(self):
        return self.token  # expect: blocking-http


class Delegate(Provider):
    @property
    def token(self):
        return requests.get("https://example.org/token").text

    async def send(self):
        return ""

    async def ask(self):
        return await super().ask()


class Gateway:
    @property
    def key(self):
        return ""

    def headers(self):
        return {"key": self.key}

    async def send(self):
        return self.headers()

    async def ask(self):
        return self.headers()  # expect: blocking-http


class Vertex(Gateway):
    @property
    def key(self):
        return requests.get("https://example.org/token").text

    async def send(self):
        return ""
