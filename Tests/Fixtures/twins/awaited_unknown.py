# What is awaited is asynchronous, whatever its name.
import requests_async as requests


async def fetch(url):
    return await requests.get(url)
