import requests


async def each(clients):
    for requests in clients:
        requests.get("x")


async def with_as(manager):
    with manager() as requests:
        requests.get("x")


async def caught():
    try:
        pass
    except ValueError as requests:
        requests.get("x")
