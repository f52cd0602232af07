import asyncio
import subprocess
import time

import requests


def save(text):
    print(text)


async def use(url):
    process = subprocess.Popen(["make"])  # expect: blocking-subprocess
    await asyncio.wait_for(process.wait(), 5)  # expect: blocking-subprocess
    await asyncio.to_thread(save, requests.get(url))  # expect: blocking-http
    await asyncio.to_thread(requests.get, url)
    await asyncio.gather(asyncio.sleep(1), time.sleep(1))  # expect: blocking-sleep
    await asyncio.shield(requests.get(url))  # expect: blocking-http
