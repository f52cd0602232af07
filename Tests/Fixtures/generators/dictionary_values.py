import requests

clients = {"a": requests.Session()}
pauses: dict[str, requests.Session] = {}
many: list[requests.Session] = []


async def fetch(url):
    clients["a"].get(url)  # expect: blocking-http
    pauses["x"].get(url)  # expect: blocking-http
    for one in many:
        one.get(url)  # expect: blocking-http
    many.append(None)
    pauses.get("x")
