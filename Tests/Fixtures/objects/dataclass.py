from dataclasses import dataclass, field

import requests


@dataclass
class Client:
    base: str
    session: requests.Session = field(default_factory=requests.Session)

    async def fetch(self, url):
        return self.session.get(url)  # expect: blocking-http
