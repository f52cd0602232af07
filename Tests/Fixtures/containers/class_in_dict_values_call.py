import requests

class A:
    def go(self):
        requests.get("u")

REG: dict[str, type[A]] = {}

async def handler(n):
    REG[n]().go()  # expect: blocking-http
    obj = REG.get(n, A)()
    obj.go()  # expect: blocking-http
