import functools
import time

import requests


class Worker:
    def step(self):
        time.sleep(1)

    async def wait(self):
        pass


class Retrying:
    def __init__(self, inner):
        self._inner = inner

    def __getattr__(self, name):
        attribute = getattr(self._inner, name)
        if not callable(attribute):
            return attribute

        @functools.wraps(attribute)
        def call(*arguments, **keywords):
            return attribute(*arguments, **keywords)

        return call


class Lazy:
    def __init__(self):
        self._worker = Worker()

    def __getattr__(self, name):
        return getattr(self._worker, name)


http = Retrying(requests.Session())


async def main():
    http.get("https://example.org")  # expect: blocking-http
    lazy = Lazy()
    lazy.step()  # expect: blocking-sleep
    await lazy.wait()
