import time

from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/")
async def index(request):
    time.sleep(1)  # expect: blocking-sleep
    return web.Response()
