import sqlite3

_db = None

def get_db():
    global _db
    if _db is None:
        _db = sqlite3.connect("x")
    return _db

async def handler():
    return get_db().execute("x")  # expect: blocking-database, blocking-database
