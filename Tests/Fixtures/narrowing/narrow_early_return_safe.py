import sqlite3
import httpx

async def handler(x: sqlite3.Connection | None, y):
    if isinstance(y, sqlite3.Connection):
        return 1
    y.execute("x")
