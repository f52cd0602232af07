import requests

class Query:
    def __init__(self):
        self.parts = []

    def where(self, x):
        self.parts.append(x)
        return self

    def run(self):
        return requests.get("u")

async def handler():
    return Query().where(1).where(2).run()  # expect: blocking-http
