from contextvars import ContextVar
import sqlite3

var: ContextVar[sqlite3.Connection] = ContextVar("x")

async def handler():
    var.get().execute("x")  # expect: blocking-database
