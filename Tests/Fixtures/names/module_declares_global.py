"""A module may declare its own names global, which changes nothing."""
global requests
global runner

import requests


class Runner:
    def run(self):
        requests.get("https://example.org")


runner = Runner()


async def run():
    runner.run()  # expect: blocking-http
    unknown.run()


async def still():
    runner.walk()
