from typing import TypedDict
import requests

class Context(TypedDict):
    session: requests.Session
    name: str

async def handler(context: Context):
    context["session"].get("u")  # expect: blocking-http
    context["name"].get("u")
