from typing import Generator, Iterator, AsyncIterator
from contextlib import contextmanager, asynccontextmanager
import sqlite3

@contextmanager
def db() -> Iterator[sqlite3.Connection]:
    yield make()

@asynccontextmanager
async def adb() -> AsyncIterator[sqlite3.Connection]:
    yield make()

async def handler():
    with db() as c:
        c.execute("x")  # expect: blocking-database
    async with adb() as d:
        d.execute("x")  # expect: blocking-database
