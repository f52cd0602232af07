"""The status page of a small office. Start it with `uvicorn main:app`."""
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

from overview import overview


async def status(request):
    return JSONResponse(overview())


app = Starlette(routes=[Route("/status", status)])
