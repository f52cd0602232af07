try:
    import requests
except ImportError:
    requests = None


async def fetch(url):
    return requests.get(url)  # expect: blocking-http
