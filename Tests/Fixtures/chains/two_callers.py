import requests


def load(url):
    return requests.get(url)


async def one():
    return load("1")  # expect: blocking-http


async def two():
    return load("2")  # expect: blocking-http
