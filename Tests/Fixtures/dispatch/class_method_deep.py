import json
import os

class Base:
    path = "x"

    def _read(self):
        if os.path.exists(self.path):
            with open(self.path) as f:
                return json.load(f)
        return {}

class Store(Base):
    def __init__(self):
        super().__init__()
        self.data = self._read()

    def refresh(self):
        self.data = self._read()

class Manager:
    def __init__(self):
        self.store = Store()

    async def reload(self):
        self.store.refresh()  # expect: blocking-file, blocking-file, blocking-file

async def handler():
    Store()  # expect: blocking-file, blocking-file, blocking-file
