# It may be the library's: said, since one of the two ways leads there.
import requests


class Fake:
    def get(self, url):
        return url


async def fetch(url, fake):
    client = Fake() if fake else requests.Session()
    return client.get(url)  # expect: blocking-http
