"""`contextmanager` as a call, not above a function."""
import sqlite3
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache

import httpx
import requests


def open_session():
    session = requests.Session()
    try:
        yield session
    finally:
        session.close()


get_session = contextmanager(open_session)


async def fetch(url):
    with get_session() as session:
        return session.get(url)  # expect: blocking-http


def connect():
    return sqlite3.connect("a.db")


shared = lru_cache(connect)


async def read():
    connection = shared()  # expect: blocking-database
    return connection.execute("select 1")  # expect: blocking-database


async def open_client():
    async with httpx.AsyncClient() as client:
        yield client


get_client = asynccontextmanager(open_client)


async def fetch_right(url):
    async with get_client() as client:
        return await client.get(url)
