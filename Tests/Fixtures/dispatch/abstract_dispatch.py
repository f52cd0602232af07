from abc import ABC, abstractmethod
import time

class Store(ABC):
    @abstractmethod
    def save(self, data): ...

class FileStore(Store):
    def save(self, data):
        with open("x", "w") as f:
            f.write(data)

async def handler(store: Store):
    store.save("x")  # expect: blocking-file
