import requests

class A:
    @property
    def data(self):
        return requests.get("u")

    @staticmethod
    def make():
        return A()

    @classmethod
    def create(cls):
        return cls()

async def handler():
    A.make().data  # expect: blocking-http
    a = A.create()
    return a.data  # expect: blocking-http
