from typing import Optional

import requests

MaybeSession = Optional[requests.Session]
Http = requests.Session


async def fetch(session: Http, other: MaybeSession, url):
    session.get(url)  # expect: blocking-http
    other.get(url)  # expect: blocking-http
