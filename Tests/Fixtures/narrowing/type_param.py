import requests
from typing import Type

class A:
    def go(self):
        requests.get("u")

async def handler(cls: Type[A], c2: type[A]):
    cls().go()  # expect: blocking-http
    c2().go()  # expect: blocking-http
