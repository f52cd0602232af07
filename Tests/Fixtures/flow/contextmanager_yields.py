from contextlib import contextmanager
import sqlite3

@contextmanager
def database():
    c = sqlite3.connect("x")
    try:
        yield c
    finally:
        c.close()

async def handler():
    with database() as db:  # expect: blocking-database
        db.execute("x")  # expect: blocking-database
