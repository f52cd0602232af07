from __future__ import annotations
import requests

async def handler(a: "list[requests.Session]", b: "dict[str, requests.Session]"):
    for s in a:
        s.get("u")  # expect: blocking-http
    b["x"].get("u")  # expect: blocking-http
