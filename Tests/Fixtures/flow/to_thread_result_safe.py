import asyncio
import sqlite3


async def handler():
    connection = await asyncio.to_thread(sqlite3.connect, "x", check_same_thread=False)
    await asyncio.to_thread(connection.execute, "select 1")
