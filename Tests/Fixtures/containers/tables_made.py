# Tables that are no literals.
import collections
import time
import types


def slow():
    time.sleep(1)


def other():
    time.sleep(2)


def quick():
    return 1


class Operations:
    def __init__(self):
        self.table = dict(copy=self.copy, drop=quick)

    def copy(self):
        time.sleep(1)

    async def run(self, name):
        self.table[name]()  # expect: blocking-sleep
        self.table["copy"]()  # expect: blocking-sleep
        self.table["drop"]()


BASE = {"a": slow, "b": quick}
MORE = {**BASE, "c": other}
FIXED = types.MappingProxyType({"a": slow})
UPDATED = {}
UPDATED.update({"a": slow}, b=quick)
PAIRS = dict([("a", slow)])
JOINED = {"a": quick}
JOINED |= {"b": slow}
COPY = dict(BASE)
COPY.update(COPY)


async def blocks(name):
    MORE["a"]()  # expect: blocking-sleep
    MORE["c"]()  # expect: blocking-sleep
    FIXED[name]()  # expect: blocking-sleep
    UPDATED["a"]()  # expect: blocking-sleep
    PAIRS[name]()  # expect: blocking-sleep
    JOINED["b"]()  # expect: blocking-sleep
    COPY.get("a")()  # expect: blocking-sleep


async def safe():
    MORE["b"]()
    UPDATED["b"]()
    JOINED["a"]()
    COPY["b"]()
    for key in COPY:
        print(key)
