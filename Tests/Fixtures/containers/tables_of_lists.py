# Lists in a table: handlers by the name of an event.
from collections import defaultdict

import requests

bus = defaultdict(list)
gentle = {}


def subscribe(name, handler):
    bus[name].append(handler)


def listen(name, handler):
    gentle.setdefault(name, []).append(handler)


def fetch(event):
    requests.get("https://example.org")


def note(event):
    return str(event)


subscribe("a", fetch)
subscribe("b", note)
listen("a", note)


async def publish(name, event):
    for handler in bus[name]:
        handler(event)  # expect: blocking-http
    for listener in gentle.get(name, []):
        listener(event)


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)

    async def emit(self, name, event):
        for handler in self.handlers[name]:
            handler(event)  # expect: blocking-http


def setup(bus: Bus):
    bus.on("a", fetch)
