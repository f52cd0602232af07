# Heaps of callbacks, and lists that are added to.
import heapq
import time
from heapq import heappop, heappush

HOOKS = []
OTHERS = []


def slow():
    time.sleep(1)


def quick():
    return 1


HOOKS += [slow]
OTHERS += [quick]


class Timers:
    def __init__(self):
        self.heap = []
        self.gentle = []

    def call_at(self, when, function):
        heapq.heappush(self.heap, (when, function))

    def gently_at(self, when, function):
        heappush(self.gentle, (when, function))

    async def run(self):
        while self.heap:
            when, function = heapq.heappop(self.heap)
            function()  # expect: blocking-sleep
            later, gentle = heappop(self.gentle)
            gentle()


timers = Timers()
timers.call_at(0, slow)
timers.call_at(1, quick)
timers.gently_at(0, quick)


async def fire():
    for hook in HOOKS:
        hook()  # expect: blocking-sleep
    for other in OTHERS:
        other()
