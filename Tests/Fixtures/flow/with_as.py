import sqlite3
import requests

async def handler():
    with requests.Session() as s, sqlite3.connect("x") as c:  # expect: blocking-database
        s.get("u")  # expect: blocking-http
        c.execute("x")  # expect: blocking-database
