from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import requests


class Client:
    def __init__(self, session: requests.Session) -> None:
        self.session = session

    async def fetch(self, url):
        return self.session.get(url)  # expect: blocking-http
