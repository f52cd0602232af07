# Members of an enumeration decide like other switches, through functions that hand them on.
import enum
import time


class Mode(enum.Enum):
    SYNC = 1
    ASYNC = 2
    OFF = 3


class Store:
    def __init__(self, mode=Mode.SYNC):
        if mode == Mode.ASYNC:
            self.ready = False
        elif mode is Mode.SYNC:
            time.sleep(1)


class Graph:
    def __init__(self, mode=Mode.SYNC):
        self.store = Store(mode=mode)


async def good():
    Store(Mode.ASYNC)
    Store(mode=Mode.OFF)
    return Graph(mode=Mode.ASYNC)


async def bad(mode):
    Store()  # expect: blocking-sleep
    Store(Mode.SYNC)  # expect: blocking-sleep
    Store(mode)  # expect: blocking-sleep
    return Graph()  # expect: blocking-sleep


class Level(str, enum.Enum):
    LOW = "low"


def wait(level):
    if level == "low":
        time.sleep(1)


async def may_be_equal():
    wait(Level.LOW)  # expect: blocking-sleep
