import requests


async def fetch(subject):
    match subject:
        case {"client": requests}:
            return requests.get("x")
