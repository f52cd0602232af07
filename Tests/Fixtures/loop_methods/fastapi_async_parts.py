import requests
from contextlib import asynccontextmanager
from fastapi import Depends, FastAPI
from starlette.middleware.base import BaseHTTPMiddleware


@asynccontextmanager
async def lifespan(app):
    requests.get("https://example.org/warm")  # expect: blocking-http
    yield
    requests.get("https://example.org/end")  # expect: blocking-http


app = FastAPI(lifespan=lifespan)


async def user():
    return requests.get("https://example.org/user").json()  # expect: blocking-http


class Timing(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        self.note(request)  # expect: blocking-http
        return await call_next(request)

    def note(self, request):
        requests.post("https://example.org/log")


class Pure:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        requests.post("https://example.org/log")  # expect: blocking-http
        await self.app(scope, receive, send)


@app.get("/")
async def index(who=Depends(user)):
    return who


@app.on_event("startup")
def start():
    requests.get("https://example.org/warm")  # expect: blocking-http


app.add_middleware(Timing)
