# Methods of an object whose loop came as an attribute.
import requests


class Poller:
    def __init__(self, loop):
        self.loop = loop
        self.handle = None

    def schedule(self):
        self.handle = self.loop.call_later(5, self._poll)

    def _poll(self):
        self._fetch()  # expect: blocking-http
        self.schedule()

    def _fetch(self):
        return requests.get("https://example.org")

    def refresh(self):
        return requests.get("https://example.org")
