from abc import ABC, abstractmethod


class Store(ABC):
    @abstractmethod
    def save(self, data): ...


class MemoryStore(Store):
    def __init__(self):
        self.rows = []

    def save(self, data):
        self.rows.append(data)


async def handler(store: Store):
    store.save("x")
