import requests


async def fetch(verb, url):
    return getattr(requests, verb)(url)
