# A function declares a class and gives one that derives from it.
from typing import Type


class Driver:
    def __init__(self, name):
        self.name = name


class FileDriver(Driver):
    def __init__(self, name):
        super().__init__(name)
        self.text = open(name).read()


class MemoryDriver(Driver):
    pass


DRIVERS = {"file": FileDriver}


def driver(kind) -> Type[Driver]:
    return DRIVERS[kind]


def plain() -> type[Driver]:
    return MemoryDriver


async def bad(kind):
    return driver(kind)("x")  # expect: blocking-file


async def good():
    return plain()("x")
