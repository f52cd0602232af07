import sqlite3

class Db:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.connection = sqlite3.connect("x")
        return cls._instance

    @classmethod
    def instance(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def query(self):
        return self.connection.execute("x")

async def handler():
    return Db.instance().query()  # expect: blocking-database, blocking-database
