# A method with some of its arguments given.
import functools

import requests


class Client:
    def send(self, method, url):
        return requests.request(method, url)

    def describe(self, method, url):
        return f"{method} {url}"

    get = functools.partialmethod(send, "GET")
    text = functools.partialmethod(describe, "GET")


async def run(client: Client):
    client.get("x")  # expect: blocking-http
    client.text("x")
