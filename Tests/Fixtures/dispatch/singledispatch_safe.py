import functools
import time


@functools.singledispatch
def handle(event):
    raise TypeError(event)


@handle.register
def _(event: int):
    return event


class Signals:
    def register(self, function):
        return function


signals = Signals()


@signals.register
def later():
    time.sleep(1)


async def main():
    handle(1)
