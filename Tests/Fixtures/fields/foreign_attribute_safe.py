import httpx
import requests


class App:
    http = None


class Other:
    http = None


def install(app: App, other: Other):
    app.http = httpx.AsyncClient()
    other.http = requests.Session()


async def handler(app: App):
    return await app.http.get("u")
