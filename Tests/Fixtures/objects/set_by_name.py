"""Attributes that are set by their name in a string."""
import requests


class Own:
    def __init__(self):
        setattr(self, "_session", requests.Session())
        setattr(self, name, 1)

    async def load(self):
        return self._session.get("https://example.org")  # expect: blocking-http


class Above:
    def __init__(self):
        super().__setattr__("_session", requests.Session())

    async def load(self):
        return self._session.get("https://example.org")  # expect: blocking-http


class Frozen:
    def __init__(self):
        object.__setattr__(self, "_session", requests.Session())
        object.__setattr__(self, "_table", {})

    async def load(self):
        self._table.get("x")
        return self._session.get("https://example.org")  # expect: blocking-http


class Outside:
    session = None

    async def load(self):
        return self.session.get("https://example.org")  # expect: blocking-http


def equip(outside: Outside):
    setattr(outside, "session", requests.Session())
