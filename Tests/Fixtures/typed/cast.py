from typing import cast

import requests


async def fetch(thing, url):
    session = cast(requests.Session, thing)
    return session.get(url)  # expect: blocking-http
