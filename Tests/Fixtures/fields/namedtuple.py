from typing import NamedTuple
import requests

class Pair(NamedTuple):
    session: requests.Session
    url: str

async def handler(pair: Pair):
    session, url = pair
    pair.session.get(url)  # expect: blocking-http
    session.get(url)  # expect: blocking-http
