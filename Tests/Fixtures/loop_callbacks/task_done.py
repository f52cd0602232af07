import asyncio
import requests


async def job():
    await asyncio.sleep(1)


def report(task):
    requests.post("https://example.org", json=str(task.exception()))  # expect: blocking-http


def note(task):
    print(task)


async def start():
    task = asyncio.create_task(job())
    task.add_done_callback(report)
    task.add_done_callback(note)
