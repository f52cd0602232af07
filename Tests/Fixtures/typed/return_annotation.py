import requests


def make() -> requests.Session:
    return build("session")


def maybe() -> "requests.Session | None":
    return None


async def fetch(url):
    make().get(url)  # expect: blocking-http
    maybe().get(url)  # expect: blocking-http
