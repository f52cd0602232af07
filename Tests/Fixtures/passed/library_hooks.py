"""orjson and rapidjson call what they are given before they return."""

import contextlib
import time

import orjson
import rapidjson


def plain(value):
    time.sleep(1)
    return str(value)


def built(value):
    time.sleep(1)
    return value


def stored(value):
    time.sleep(1)
    return value


def leave():
    time.sleep(1)  # expect: blocking-sleep


def leave_later():
    time.sleep(1)  # expect: blocking-sleep


def leave_other():
    time.sleep(1)


async def handler(value):
    orjson.dumps(value, default=plain)  # expect: blocking-sleep
    rapidjson.loads(value, object_hook=built)  # expect: blocking-sleep
    print({"default": stored})
    with contextlib.ExitStack() as stack:
        stack.callback(leave)
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(leave_later)


def elsewhere():
    with contextlib.ExitStack() as stack:
        stack.callback(leave_other)
