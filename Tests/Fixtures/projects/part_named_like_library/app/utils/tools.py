import helpers
import requests


async def fetch():
    requests.get("https://example.org")  # expect: blocking-http
    helpers.wait()  # expect: blocking-sleep
