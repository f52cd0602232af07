import something_else as requests


def helper():
    import requests


async def fetch(url):
    return requests.get(url)
