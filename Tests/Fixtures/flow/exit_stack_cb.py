from contextlib import ExitStack
import sqlite3

async def handler():
    with ExitStack() as stack:
        c = stack.enter_context(sqlite3.connect("x"))  # expect: blocking-database
        c.execute("x")  # expect: blocking-database
