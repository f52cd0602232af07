"""A condition under a name of its own, and one that asks what a text holds."""

import time
import urllib.request


def measure(interval=None):
    blocking = interval is not None and interval > 0
    if blocking:
        time.sleep(interval)


def connect(address=None):
    if address is not None and "://" in address:
        urllib.request.urlopen(address)


class Job:
    pass


def prepare(job=None):
    if job is None:
        time.sleep(1)


async def safe():
    measure()
    connect()
    connect("local:6379")
    prepare(Job())


async def blocks(address):
    measure(2)  # expect: blocking-sleep
    connect("http://host")  # expect: blocking-http
    connect(address)  # expect: blocking-http
    prepare()  # expect: blocking-sleep
    prepare(job=None)  # expect: blocking-sleep
