"""What the constructor has set is there, so the branch that would make it on demand is not taken."""

import time


class Settings:
    def __init__(self):
        self.name = ""


class Ready:
    def __init__(self):
        self._settings = Settings()

    def settings(self):
        if self._settings is None:
            time.sleep(1)
        return self._settings

    def checked(self):
        if not self._settings:
            time.sleep(1)
        return self._settings

    async def own(self):
        if self._settings is None:
            time.sleep(1)
        self.settings()
        self.checked()


class Cached:
    def __init__(self, name):
        self.name = name
        self.settings: Settings = self.load()

    def load(self):
        if hasattr(self, "settings") and self.settings:
            return self.settings
        time.sleep(1)
        self.settings = chosen = Settings()
        return chosen


async def safe(ready: Ready, cached: Cached):
    ready.settings()
    ready.checked()
    cached.load()


async def makes_it():
    Cached("x")  # expect: blocking-sleep


class Lazy:
    """The same methods where the attribute begins as None."""

    def __init__(self):
        self._settings = None

    def settings(self):
        if self._settings is None:
            time.sleep(1)
            self._settings = object()
        return self._settings

    async def own(self):
        if self._settings is None:
            time.sleep(1)  # expect: blocking-sleep
        self.settings()  # expect: blocking-sleep


class Reset:
    """Here somebody takes it away again."""

    def __init__(self):
        self._chosen = object()

    def settings(self):
        if self._chosen is None:
            time.sleep(1)
        return self._chosen


class Other:
    pass


def drop(reset):
    reset._chosen = None
    other = Other()
    other._settings = None


async def blocks(lazy: Lazy, reset: Reset):
    lazy.settings()  # expect: blocking-sleep
    reset.settings()  # expect: blocking-sleep
