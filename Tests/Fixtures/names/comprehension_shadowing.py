import requests


async def each(clients):
    found = [requests.get("x") for requests in clients]
    requests.get("x")  # expect: blocking-http
    return found
