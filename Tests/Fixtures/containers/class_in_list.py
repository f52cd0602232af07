import requests

class A:
    def go(self):
        requests.get("u")

class B:
    def go(self):
        pass

CLASSES = [A, B]

async def handler():
    for cls in CLASSES:
        cls().go()  # expect: blocking-http
    objects = [cls() for cls in CLASSES]
    for o in objects:
        o.go()  # expect: blocking-http
