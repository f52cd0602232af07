try:
    import requests
except ImportError:
    requests = None

async def handler():
    if requests is not None:
        requests.get("u")  # expect: blocking-http
