from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store import Store


class Service:
    def __init__(self, store: Store):
        self._store = store

    async def run(self):
        return self._store.load()  # expect: blocking-file


async def free(store: "Store"):
    return store.load()  # expect: blocking-file
