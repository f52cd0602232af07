# Archives in memory, results that nobody takes, futures that have been awaited.
import asyncio
import io
import tarfile
import zipfile
from concurrent.futures import ThreadPoolExecutor

import requests

pool = ThreadPoolExecutor(4)


async def pack(files, info):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.write("file")  # expect: blocking-file
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(info, io.BytesIO(b""))
    with zipfile.ZipFile("file", "w") as on_disk:  # expect: blocking-file
        on_disk.writestr("name", "data")  # expect: blocking-file


async def ping(urls):
    pool.map(requests.get, urls)
    return list(pool.map(requests.get, urls))  # expect: blocking-lock


async def fetch(url):
    future = pool.submit(requests.get, url)
    await asyncio.wrap_future(future)
    future.result()
    other = pool.submit(requests.get, url)
    return other.result()  # expect: blocking-lock
