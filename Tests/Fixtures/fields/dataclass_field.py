from dataclasses import dataclass
import requests

@dataclass
class State:
    session: requests.Session
    url: str = ""

async def handler(state: State):
    return state.session.get(state.url)  # expect: blocking-http
