from dataclasses import dataclass
from typing import Callable, NamedTuple, TypedDict

import httpx
import requests


@dataclass
class Job:
    run: Callable[[], None]
    undo: Callable[[], None]


class Pair(NamedTuple):
    session: requests.Session
    client: httpx.AsyncClient


class Context(TypedDict):
    session: requests.Session
    client: httpx.AsyncClient


def download():
    requests.get("u")


def nothing():
    pass


JOBS = [Job(run=nothing, undo=download)]


async def handler(pair: Pair, context: Context):
    session, client = pair
    await client.get("u")
    await context["client"].get("u")
    for job in JOBS:
        job.run()
