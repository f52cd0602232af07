import attrs
import requests

@attrs.define
class Store:
    session = attrs.field(factory=requests.Session)

async def handler():
    s = Store()
    s.session.get("u")  # expect: blocking-http
