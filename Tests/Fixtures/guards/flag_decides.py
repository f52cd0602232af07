# What a caller gives for a parameter decides which part of the function runs.
import contextlib
import time


def work(is_async: bool):
    if is_async:
        return
    time.sleep(1)


def log(text, *, sync=False):
    if sync:
        time.sleep(1)


def through(sync: bool):
    log("x", sync=sync)


def load(client=None):
    if client is None:
        client = time.sleep(1)
    return client


def reset(wait):
    wait = wait or load
    if wait:
        time.sleep(1)


class Store:
    def __init__(self, eager=True):
        if eager:
            time.sleep(1)

    def save(self, wait):
        time.sleep(1) if wait else None


def fetch(mode="lazy"):
    if mode == "eager":
        time.sleep(1)
    if mode != "eager":
        return
    time.sleep(1)


@contextlib.contextmanager
def beating(join: bool):
    yield
    if join:
        time.sleep(1)


def secret(name):
    if name.startswith("vault/"):
        time.sleep(1)


def complete(model, **keywords):
    mocked = keywords.get("mocked")
    if mocked is not None or keywords.get("dry", False):
        return "mocked"
    time.sleep(1)


async def run(flag, client):
    work(True)
    work(is_async=True)
    work(False)  # expect: blocking-sleep
    work(flag)  # expect: blocking-sleep
    log("x")
    log("x", sync=True)  # expect: blocking-sleep
    log("x", **flag)  # expect: blocking-sleep
    through(False)
    through(sync=True)  # expect: blocking-sleep
    load()  # expect: blocking-sleep
    load(None)  # expect: blocking-sleep
    load("client")
    load(client)  # expect: blocking-sleep
    reset(False)  # expect: blocking-sleep
    Store(eager=False).save(False)
    Store().save(True)  # expect: blocking-sleep, blocking-sleep
    fetch()
    fetch("slow")
    fetch(mode="eager")  # expect: blocking-sleep, blocking-sleep
    fetch(flag)  # expect: blocking-sleep, blocking-sleep
    with beating(join=False):
        pass
    with beating(join=True):  # expect: blocking-sleep
        pass
    complete("m", mocked="yes")
    complete("m", dry=True)
    complete("m", dry=False)  # expect: blocking-sleep
    complete("m")  # expect: blocking-sleep
    complete("m", **flag)  # expect: blocking-sleep
    secret("KEY")
    secret("vault/key")  # expect: blocking-sleep
    secret(flag)  # expect: blocking-sleep
