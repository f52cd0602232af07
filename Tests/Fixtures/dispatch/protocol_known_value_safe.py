"""What is known to be passed counts, not all that looks like it."""
from dataclasses import dataclass
from typing import Protocol

import requests


class Store(Protocol):
    def delete(self, key): ...

    def put(self, key): ...


class Memory:
    def delete(self, key):
        return None

    def put(self, key):
        return None


class Remote:
    def delete(self, key):
        requests.delete(key)

    def put(self, key):
        requests.put(key)


COUNTERS = Memory()


@dataclass
class Throttle:
    counters: Store

    async def clear(self):
        self.counters.delete("x")


throttle = Throttle(COUNTERS)


class Queue:
    def __init__(self, store: Store):
        self.store = store

    async def clear(self):
        self.store.put("x")


queue = Queue(COUNTERS)


@dataclass
class Made:
    counters: Store

    @classmethod
    def usual(cls):
        return cls(counters=COUNTERS)

    async def clear(self):
        self.counters.delete("x")


async def clear():
    await Made.usual().clear()
