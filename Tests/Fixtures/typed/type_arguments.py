# What a generic class leaves open, others say: those who derive from it, and those who declare an object of it.
from typing import Generic, Optional, TypeVar

import requests
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import AsyncEngine

Connection = TypeVar("Connection")
Item = TypeVar("Item")


class Client:
    def fetch(self):
        return requests.get("https://example.org")


class AsyncClient:
    async def fetch(self):
        return None


class Base(Generic[Connection]):
    def __init__(self, connection: Connection):
        self._connection = connection
        self.spare: Optional[Connection] = None

    @property
    def current(self) -> Connection:
        return self._connection


class Between(Base[Item], Generic[Item]):
    pass


class Plain(Base[Engine]):
    def run(self, query):
        with self._connection.connect() as connection:
            return connection.execute(query)


class Through(Between[Engine]):
    def run(self, query):
        return self.current.connect()


class Asynchronous(Between[AsyncEngine]):
    def run(self, query):
        return self.current.connect()


async def ask(plain: Plain, through: Through, asynchronous: Asynchronous):
    plain.run("select 1")  # expect: blocking-database, blocking-database
    through.run("select 1")  # expect: blocking-database
    through.spare.connect()  # expect: blocking-database
    asynchronous.run("select 1")


class Entry[Data = None]:
    data: Data

    def unwrap(self) -> Data:
        return self.data


type ClientEntry = Entry[Client]
OtherEntry = Entry[AsyncClient]


class Keeper:
    def __init__(self, entry: ClientEntry, other: OtherEntry):
        self.entry = entry
        self.other: OtherEntry = other

    async def tell(self):
        self.entry.data.fetch()  # expect: blocking-http
        self.entry.unwrap().fetch()  # expect: blocking-http
        await self.other.data.fetch()


def entry() -> ClientEntry:
    return Entry()


async def setup(one: ClientEntry, two: "Entry[AsyncClient]", three: Entry):
    one.data.fetch()  # expect: blocking-http
    entry().data.fetch()  # expect: blocking-http
    Entry[Client]().data.fetch()  # expect: blocking-http
    await two.data.fetch()
    three.data.fetch()
