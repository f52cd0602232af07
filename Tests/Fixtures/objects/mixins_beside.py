# Classes that know nothing of each other and meet in one that derives from both.
import sqlite3

import requests


class Storing:
    def __init__(self):
        self.connection = sqlite3.connect("file")

    def note(self, event):
        return requests.post("https://example.org", json=event)


class Deleting:
    def delete(self):
        self.connection.rollback()
        self.note("deleted")


class Plain:
    def send(self, event):
        return event


class Counting(Plain):
    def send(self, event):
        return super().send(event)


class Posting(Plain):
    def send(self, event):
        return requests.post("https://example.org", json=event)


class Store(Deleting, Storing):
    pass


class Sink(Counting, Posting):
    pass


async def handle(store: Store):
    store.delete()  # expect: blocking-database, blocking-http


async def pump(sink: Sink, plain: Plain):
    sink.send("event")  # expect: blocking-http
