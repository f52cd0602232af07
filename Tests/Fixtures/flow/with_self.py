import requests

class Client:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass

    def get(self):
        return requests.get("u")

async def handler():
    with Client() as c:
        c.get()  # expect: blocking-http
