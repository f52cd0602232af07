# A default is evaluated once, when the function is defined.
import requests

TOKEN = requests.get("https://example.org").text


async def use(token=requests.get("https://example.org")):
    return token


async def outer():
    async def inner(token=requests.get("x")):  # expect: blocking-http
        return token

    return await inner()
