import asyncio

from celery import Celery

app = Celery("x")


@app.task
def add(a, b):
    return a + b


async def handler():
    await asyncio.to_thread(add.delay, 1, 2)
    return add(1, 2)
