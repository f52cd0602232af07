import time
from typing import Protocol


class Store(Protocol):
    def load(self, key: str) -> str: ...

    def save(self, key: str, value: str) -> None: ...


class LoadsOnly:
    def load(self, key):
        time.sleep(1)
        return key


class Waiting(Protocol):
    async def load(self, key: str) -> str: ...

    async def keep(self, key: str) -> None: ...


class Asynchronous:
    async def load(self, key):
        return key

    async def keep(self, key):
        pass


async def handler(store: Store, waiting: Waiting):
    await waiting.load("a")
    return store.load("a")
