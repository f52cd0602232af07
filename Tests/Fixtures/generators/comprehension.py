import requests


async def lists(urls):
    return [requests.get(u) for u in urls]  # expect: blocking-http


async def sets(urls):
    return {requests.get(u) for u in urls}  # expect: blocking-http


async def dictionaries(urls):
    return {u: requests.get(u) for u in urls}  # expect: blocking-http


async def filtered(urls):
    return [u for u in urls if requests.head(u)]  # expect: blocking-http


async def nested(groups):
    return [[requests.get(u) for u in group] for group in groups]  # expect: blocking-http
