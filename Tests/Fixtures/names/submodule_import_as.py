import urllib.request as web


async def fetch(url):
    return web.urlopen(url)  # expect: blocking-http
