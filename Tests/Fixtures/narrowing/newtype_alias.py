from typing import NewType, TypeAlias
import requests

Client: TypeAlias = requests.Session
type Other = requests.Session
Third = NewType("Third", requests.Session)

async def handler(a: Client, b: Other, c: Third):
    a.get("u")  # expect: blocking-http
    b.get("u")  # expect: blocking-http
    c.get("u")  # expect: blocking-http
