import sqlite3


async def run():
    with sqlite3.connect("x") as db:  # expect: blocking-database
        db.execute("SELECT 1")  # expect: blocking-database
