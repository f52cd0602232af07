import dataclasses
import requests
import time
from dataclasses import dataclass, field


def load():
    return requests.get("https://example.org").json()


def fresh():
    return {}


@dataclass
class Config:
    name: str
    values: dict = field(default_factory=load)
    cache: dict = field(default_factory=fresh)


@dataclasses.dataclass
class Quick:
    cache: dict = dataclasses.field(default_factory=dict)
    loader: object = load


class Single:
    def __new__(cls):
        time.sleep(1)
        return super().__new__(cls)


async def make():
    Config("x")  # expect: blocking-http
    Config("x", values={})
    Quick()
    return Single()  # expect: blocking-sleep
