import asyncio
from abc import ABC, abstractmethod


class Store(ABC):
    @abstractmethod
    def save(self, data): ...


class FileStore(Store):
    def save(self, data):
        with open("x", "w") as file:
            file.write(data)


async def handler(store: Store):
    await asyncio.to_thread(store.save, "x")
