import requests


async def run(url):
    return (answer := requests.get(url)).text if url else None  # expect: blocking-http
