# A database in memory keeps nobody waiting.
import sqlite3


def version():
    return sqlite3.connect(":memory:").execute("select sqlite_version()").fetchone()[0]


async def good():
    connection = sqlite3.connect(":memory:")
    cursor = connection.execute("select 1")
    cursor.fetchall()
    return version()


async def bad(path):
    connection = sqlite3.connect(path)  # expect: blocking-database
    cursor = connection.execute("select 1")  # expect: blocking-database
    return cursor.fetchall()  # expect: blocking-database
