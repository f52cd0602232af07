import httpx
from contextlib import asynccontextmanager
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import create_async_engine

URL = "postgresql+asyncpg://x"
shared = create_async_engine(URL)


@asynccontextmanager
async def lifespan(app):
    app.state.engine = create_async_engine(URL)
    local = create_async_engine(URL)
    yield
    await local.dispose()


app = FastAPI(lifespan=lifespan)
cached = None


def helper():
    return create_async_engine(URL)


async def deeper():
    async with httpx.AsyncClient() as client:  # expect: engine-per-request
        return await client.get("x")


def kept():
    global cached
    if cached is None:
        cached = create_async_engine(URL)
    return cached


@app.get("/")
async def index():
    engine = create_async_engine(URL)  # expect: engine-per-request
    helper()  # expect: engine-per-request
    kept()
    return await deeper(), engine


@app.get("/safe")
async def safe():
    async with shared.connect() as connection:
        return connection


async def main():
    engine = create_async_engine(URL)
    return engine
