# Module-level code runs at import, before a loop is there.
import requests

session = requests.Session()
TOKEN = session.get("https://example.org").text
with open("settings") as file:
    SETTINGS = file.read()


class Settings:
    token = requests.get("x")


async def use():
    return TOKEN, SETTINGS
