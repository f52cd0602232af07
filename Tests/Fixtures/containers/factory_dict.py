import requests
import sqlite3

class Http:
    def load(self):
        return requests.get("u")

class Sql:
    def load(self):
        return sqlite3.connect("u")

BACKENDS = {"http": Http, "sql": Sql}

def make(name):
    return BACKENDS[name]()

async def handler(name):
    return make(name).load()  # expect: blocking-http, blocking-database
