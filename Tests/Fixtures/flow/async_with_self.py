import sqlite3

class Client:
    async def __aenter__(self):
        self.db = sqlite3.connect("x")  # expect: blocking-database
        return self

    async def __aexit__(self, *a):
        pass

    def query(self):
        return self.db.execute("x")

async def handler():
    async with Client() as c:
        c.query()  # expect: blocking-database
