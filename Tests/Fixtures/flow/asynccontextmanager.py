from contextlib import asynccontextmanager
import sqlite3

@asynccontextmanager
async def db():
    c = sqlite3.connect("x")  # expect: blocking-database
    yield c

async def handler():
    async with db() as c:
        c.execute("x")  # expect: blocking-database
