import sqlite3

class Db:
    @classmethod
    async def create(cls):
        self = cls()
        return self

    def query(self):
        return sqlite3.connect("x")

async def make():
    return Db()

async def handler():
    db = await Db.create()
    db.query()  # expect: blocking-database
    (await make()).query()  # expect: blocking-database
