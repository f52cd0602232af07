"""An interface with a dozen and more backends is still one that the project itself fills."""
import asyncio
from abc import ABC, abstractmethod

import requests


class Store(ABC):
    @abstractmethod
    def search(self, text): ...

    @abstractmethod
    async def count(self): ...


class Remote(Store):
    def search(self, text):
        return requests.get(text).json()

    async def count(self):
        return 1


class Memory(Store):
    def search(self, text):
        return [text]

    async def count(self):
        return 0


class Kind0(Memory):
    def search(self, text):
        return [0]


class Kind1(Memory):
    def search(self, text):
        return [1]


class Kind2(Memory):
    def search(self, text):
        return [2]


class Kind3(Memory):
    def search(self, text):
        return [3]


class Kind4(Memory):
    def search(self, text):
        return [4]


class Kind5(Memory):
    def search(self, text):
        return [5]


class Kind6(Memory):
    def search(self, text):
        return [6]


class Kind7(Memory):
    def search(self, text):
        return [7]


class Kind8(Memory):
    def search(self, text):
        return [8]


class Kind9(Memory):
    def search(self, text):
        return [9]


class Kind10(Memory):
    def search(self, text):
        return [10]


class Kind11(Memory):
    def search(self, text):
        return [11]


class Kind12(Memory):
    def search(self, text):
        return [12]


async def look(store: Store, text):
    return store.search(text)  # expect: blocking-http


async def look_elsewhere(store: Store, text):
    return await asyncio.to_thread(store.search, text)


async def size(store: Store):
    return await store.count()
