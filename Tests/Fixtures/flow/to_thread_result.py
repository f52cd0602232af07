import asyncio
import sqlite3


def connect():
    return sqlite3.connect("x")


async def handler():
    connection = await asyncio.to_thread(connect)
    connection.execute("select 1")  # expect: blocking-database
    loop = asyncio.get_running_loop()
    other = await loop.run_in_executor(None, sqlite3.connect, "x")
    other.execute("select 1")  # expect: blocking-database
