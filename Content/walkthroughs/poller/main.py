"""Shows what a greenhouse sensor measures. Start it with `python main.py`."""
import asyncio
from collections import deque

from aiohttp import web

from polling import keep_polling

READINGS = web.AppKey("readings", deque)


async def latest(request):
    readings = request.app[READINGS]
    return web.json_response(readings[-1] if readings else None)


async def health(request):
    return web.json_response({"status": "ok"})


async def poller(app):
    task = asyncio.create_task(keep_polling(app[READINGS]))
    yield
    task.cancel()


def make_app():
    app = web.Application()
    app[READINGS] = deque(maxlen=1000)
    app.cleanup_ctx.append(poller)
    app.add_routes([web.get("/latest", latest), web.get("/health", health)])
    return app


if __name__ == "__main__":
    web.run_app(make_app(), port=8080)
