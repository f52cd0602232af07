import importlib


async def fetch(url):
    return importlib.import_module("requests").get(url)  # expect: blocking-http, blocking-file
