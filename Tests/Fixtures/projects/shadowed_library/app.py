# The project's own module of that name comes first on the path.
import requests


async def run(url):
    return requests.get(url)
