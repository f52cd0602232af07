# What is put on the application's or the request's state.
import asyncio

import redis
import redis.asyncio
import requests
from fastapi import FastAPI, Request, UploadFile

app = FastAPI()
app.state.cache = redis.Redis()
app.state.quick = redis.asyncio.Redis()


@app.middleware("http")
async def with_session(request: Request, call_next):
    request.state.session = requests.Session()
    return await call_next(request)


@app.get("/")
async def index(request: Request):
    request.app.state.cache.get("x")  # expect: blocking-database
    await request.app.state.quick.get("x")
    await asyncio.to_thread(request.app.state.cache.get, "x")
    return request.state.session.get("u")  # expect: blocking-http


@app.post("/")
async def upload(file: UploadFile):
    first = file.file.read()  # expect: blocking-file
    return first + await file.read()
