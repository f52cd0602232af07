# An `__iter__` that gives something else to iterate over.
import time
from typing import Iterator

import redis


def clients() -> Iterator[redis.Redis]:
    for port in range(3):
        yield redis.Redis(port=port)


def pages():
    time.sleep(1)
    yield 1


class Fleet:
    def __init__(self, ports):
        self.nodes = [redis.Redis(port=port) for port in ports]

    def __iter__(self):
        return iter(self.nodes)


class Typed:
    def __iter__(self) -> Iterator[redis.Redis]:
        return clients()


class Pages:
    def __iter__(self):
        return pages()


class Endless:
    def __iter__(self):
        return iter(self)


async def use(ports):
    for page in Pages():  # expect: blocking-sleep
        print(page)
    for nothing in Endless():
        nothing.ping()
    fleet = Fleet(ports)
    [node.ping() for node in Typed()]  # expect: blocking-database
    return [node.ping() for node in fleet]  # expect: blocking-database
