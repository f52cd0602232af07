import sqlite3


def connect():
    return sqlite3.connect("x")


def cursor():
    return connect().cursor()


async def query():
    return cursor().execute("SELECT 1").fetchall()  # expect: blocking-database, blocking-database, blocking-database
