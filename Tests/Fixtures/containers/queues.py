# What is put into a queue comes out of it.
import asyncio
import queue
from collections import defaultdict

import requests


class Job:
    def run(self):
        return requests.get("https://example.org")


class Gentle:
    async def run(self):
        return None


async def typed(jobs: asyncio.Queue[Job], others: asyncio.Queue[Gentle]):
    job = await jobs.get()
    job.run()  # expect: blocking-http
    other = await others.get()
    await other.run()


async def ordered(jobs: "asyncio.PriorityQueue[tuple[int, Job]]"):
    _, job = jobs.get_nowait()
    job.run()  # expect: blocking-http


async def of_threads(jobs: queue.Queue[Job]):
    jobs.get_nowait().run()  # expect: blocking-http
    jobs.get()  # expect: blocking-lock


class Worker:
    def __init__(self):
        self.jobs = asyncio.Queue()
        self.callbacks = asyncio.Queue()
        self.gentle = asyncio.Queue()

    async def add(self):
        self.jobs.put_nowait(Job())
        await self.callbacks.put(self.fetch)
        await self.gentle.put(Gentle())

    def fetch(self):
        return requests.get("https://example.org")

    async def loop(self):
        while True:
            job = await asyncio.wait_for(self.jobs.get(), 5)
            job.run()  # expect: blocking-http
            callback = await self.callbacks.get()
            callback()  # expect: blocking-http
            gentle = await self.gentle.get()
            await gentle.run()
            await asyncio.to_thread(job.run)
