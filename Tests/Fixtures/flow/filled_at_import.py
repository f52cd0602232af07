"""What a call at import has filled is there when the loop runs."""
import asyncio
import functools
import json
import time


@functools.lru_cache
def settings():
    with open("settings.json") as file:
        return json.load(file)


@functools.cache
def unread():
    with open("unread.json") as file:
        return file.read()


@functools.lru_cache(maxsize=None)
def table(name):
    time.sleep(1)
    return name


_connection = None
_later = None


def connection():
    global _connection
    if _connection is None:
        time.sleep(1)
        _connection = object()
    return _connection


def later():
    global _later
    if not _later:
        time.sleep(1)
        _later = object()
    return _later


_given_back = None


def given_back():
    global _given_back
    if _given_back is None:
        time.sleep(1)
        _given_back = object()
    return _given_back


def give_back():
    global _given_back
    _given_back = None


SETTINGS = settings()
USERS = table("users")
connection()
given_back()

if __name__ == "__main__":
    later()


async def handler():
    connection()
    table("users")
    return settings()


async def others():
    table("groups")  # expect: blocking-sleep
    unread()  # expect: blocking-file
    later()  # expect: blocking-sleep
    given_back()  # expect: blocking-sleep
    await asyncio.sleep(0)
