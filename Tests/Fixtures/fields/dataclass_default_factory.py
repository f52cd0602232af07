from dataclasses import dataclass, field
import requests

@dataclass
class State:
    session: "requests.Session" = field(default_factory=requests.Session)

async def handler():
    state = State()
    return state.session.get("u")  # expect: blocking-http
