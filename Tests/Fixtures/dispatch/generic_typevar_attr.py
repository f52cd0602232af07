from typing import Generic, TypeVar
import requests

T = TypeVar("T", bound=requests.Session)

class Holder(Generic[T]):
    def __init__(self, inner: T):
        self.inner = inner

async def handler(h: Holder[requests.Session]):
    h.inner.get("u")  # expect: blocking-http
