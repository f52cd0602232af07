import asyncio
import requests
from asyncio import to_thread


def save(response):
    return response


async def safe(url):
    await asyncio.to_thread(requests.get, url)
    await to_thread(requests.get, url, timeout=3)


async def argument_runs_first(url):
    await to_thread(save, requests.get(url))  # expect: blocking-http


async def called_instead_of_handed(url):
    await to_thread(requests.get(url))  # expect: blocking-http
