"""An annotation that says no more than that something can be called hides nothing."""
from collections.abc import Callable
from functools import partial
from typing import Optional
from typing_extensions import Self

import requests

Probe = Callable[[str], list]


def fetch(url=None):
    return requests.get(url)


def still(url=None):
    return url


def inner(kind) -> Callable[[dict], None]:
    def run(request):
        requests.get("https://example.org")

    return run


def pick(name) -> Callable:
    return fetch


def bound(name) -> Callable[[], str]:
    return partial(fetch, name)


def calm(name) -> Callable[[], str]:
    return partial(still, name)


class Provider:
    def __init__(self, probe: Probe | None = None):
        self._probe = probe

    async def stream(self):
        return self._probe("https://example.org")  # expect: blocking-http


def make():
    return Provider(probe=fetch)


async def route():
    inner("a")({})  # expect: blocking-http
    found = pick("a")
    found()  # expect: blocking-http
    bound("a")()  # expect: blocking-http
    calm("a")()


class Base:
    @classmethod
    def current(cls) -> Optional[Self]:
        return registry.get(cls)


class Job:
    def check(self):
        return requests.get("https://example.org")

    def walk(self):
        return 1


class Context(Base):
    job: Job


async def step():
    if context := Context.current():
        context.job.check()  # expect: blocking-http
        context.job.walk()
