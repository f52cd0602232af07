import functools
import time


@functools.singledispatch
def handle(event):
    raise TypeError(event)


@handle.register
def _(event: int):
    time.sleep(event)


class Bus:
    @functools.singledispatchmethod
    def publish(self, event):
        raise TypeError(event)

    @publish.register(str)
    def _(self, event):
        time.sleep(1)


async def main():
    handle(1)  # expect: blocking-sleep
    Bus().publish("a")  # expect: blocking-sleep
