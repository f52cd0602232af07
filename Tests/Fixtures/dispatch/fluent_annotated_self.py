from __future__ import annotations
from typing import Self
import requests

class Base:
    def where(self, x) -> Self:
        return self

    def also(self: "Base") -> Base:
        return self

class Query(Base):
    def run(self):
        return requests.get("u")

async def handler():
    return Query().where(1).run()  # expect: blocking-http
