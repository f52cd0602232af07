import requests
from aiohttp import web

def setup(app):
    app["session"] = requests.Session()

async def handler(request):
    return request.app["session"].get("u")  # expect: blocking-http
