import time
from typing import Protocol


class Store(Protocol):
    def load(self, key: str) -> str: ...

    def save(self, key: str, value: str) -> None: ...


class Named(Protocol):
    def name(self) -> str: ...


class SlowStore:
    def load(self, key):
        time.sleep(1)
        return key

    def save(self, key, value):
        pass


class SlowName:
    def name(self):
        time.sleep(1)
        return ""


async def handler(store: Store, named: Named):
    store.save("a", "b")
    named.name()  # expect: blocking-sleep
    return store.load("a")  # expect: blocking-sleep
