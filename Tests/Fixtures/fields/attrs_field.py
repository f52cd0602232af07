import attr
import sqlite3

@attr.s(auto_attribs=True)
class Store:
    connection: sqlite3.Connection

async def handler(store: Store):
    store.connection.execute("x")  # expect: blocking-database
