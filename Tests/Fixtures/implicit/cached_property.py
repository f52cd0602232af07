import functools
import requests


class Account:
    @functools.cached_property
    def profile(self):
        return requests.get("https://example.org").json()

    @functools.cached_property
    def label(self):
        return "x"


async def show(account: Account):
    print(account.label)
    return account.profile  # expect: blocking-http
