# Strings that objects are put into, and operators of the right operand.
import time


class Peer:
    def __str__(self):
        time.sleep(1)
        return "x"


class Counter:
    def __iadd__(self, other):
        time.sleep(1)
        return self


class Price:
    def __radd__(self, other):
        time.sleep(1)
        return self


class Quick:
    def __str__(self):
        return "x"

    def __int__(self):
        return 1

    def __iadd__(self, other):
        return self


class Stats:
    def __init__(self):
        self.hits = Counter()

    async def hit(self):
        self.hits += 1  # expect: blocking-sleep


async def use(total):
    peer, quick = Peer(), Quick()
    "hello %s" % peer  # expect: blocking-sleep
    "%d: %s" % (1, peer)  # expect: blocking-sleep
    "hello {}".format(peer)  # expect: blocking-sleep
    total = 1 + Price()  # expect: blocking-sleep
    "hello %s, %d" % (quick, quick)
    "%% no place" % ()
    quick += 1
    return "{}".format(quick), total
