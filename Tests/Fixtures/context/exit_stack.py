import httpx
from contextlib import ExitStack


async def fetch(url):
    with ExitStack() as stack:
        client = stack.enter_context(httpx.Client())
        return client.get(url)  # expect: blocking-http
