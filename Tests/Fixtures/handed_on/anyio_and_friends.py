import anyio
import requests
from anyio import to_thread
from asgiref.sync import sync_to_async
from starlette.concurrency import run_in_threadpool


async def safe(url):
    await anyio.to_thread.run_sync(requests.get, url)
    await to_thread.run_sync(requests.get, url)
    await run_in_threadpool(requests.get, url)
    await sync_to_async(requests.get)(url)
    await sync_to_async(requests.get, thread_sensitive=False)(url)


async def blocks(url):
    await sync_to_async(print)(requests.get(url))  # expect: blocking-http
