import sqlite3

def rows(connection):
    return connection.execute("select 1").fetchall()

async def handler():
    connection = object_pool()  # expect: blocking-database
    return connection

def object_pool():
    return sqlite3.connect("x")

async def other():
    return rows(object_pool())  # expect: blocking-database, blocking-database, blocking-database
