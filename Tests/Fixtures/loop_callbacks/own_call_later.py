# A scheduler of the project with a method of that name calls in its own thread.
import threading
import time


class Clock:
    def call_later(self, delay, function):
        threading.Timer(delay, function).start()


def ring():
    time.sleep(1)


async def start():
    clock = Clock()
    clock.call_later(1, ring)
