from abc import ABC, abstractmethod

class Store(ABC):
    @abstractmethod
    async def save(self, data): ...

class FileStore(Store):
    async def save(self, data):
        return 1

class Sync(Store):
    def save_now(self):
        open("x")

async def handler(store: Store):
    await store.save("x")
