# Context managers as decorators.
import time
from contextlib import ContextDecorator, contextmanager


class Locked(ContextDecorator):
    def __enter__(self):
        time.sleep(1)

    def __exit__(self, *error):
        return False


class Quick(ContextDecorator):
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


@contextmanager
def span(name):
    time.sleep(1)
    yield


@contextmanager
def quick(name):
    yield


@Locked()
def update():
    return 1


@span("x")
def other():
    return 1


@Quick()
@quick("x")
def safe():
    return 1


async def use():
    update()  # expect: blocking-sleep
    other()  # expect: blocking-sleep
    safe()
    return update
