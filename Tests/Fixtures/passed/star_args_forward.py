import requests

def call(f, *args, **kwargs):
    return f(*args, **kwargs)

class A:
    def get(self):
        return requests.get("u")

async def handler():
    call(A().get)  # expect: blocking-http
