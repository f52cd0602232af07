"""What a constructor or a coroutine function is given may be one of several things."""
import time

import requests


def fetch():
    return requests.get("https://example.org")


def nothing():
    return None


class Delivery:
    def __init__(self, factory):
        self._factory = factory

    async def connect(self):
        return self._factory()  # expect: blocking-http


def build():
    return Delivery(fetch), Delivery(nothing)


class Quick:
    def go(self):
        return 1


class Slow:
    def go(self):
        time.sleep(1)


async def run(job):
    return job.go()  # expect: blocking-sleep


async def both():
    await run(Quick())
    await run(Slow())


def plain(job):
    return job.go()


async def of_other_callers():
    plain(Quick())
