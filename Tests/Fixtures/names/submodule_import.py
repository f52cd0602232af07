import os.path
import urllib.request


async def fetch(url):
    urllib.request.urlopen(url)  # expect: blocking-http
    return os.path.getsize("a")  # expect: blocking-file
