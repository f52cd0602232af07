# Workers with processes and threads of their own.
import time

import dramatiq
from celery import Celery, shared_task
from rq.decorators import job

app = Celery("jobs")


@app.task
def first():
    time.sleep(1)


@shared_task
def second():
    time.sleep(1)


@dramatiq.actor
def third():
    time.sleep(1)


@job("low")
def fourth():
    time.sleep(1)


async def enqueue():
    first.delay()
    second.apply_async()
    third.send()
    fourth.delay()
