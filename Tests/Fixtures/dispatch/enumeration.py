# The values in the body of an enumeration are objects of the class itself.
import time
from enum import Enum, StrEnum


class Base(Enum):
    def load(self):
        time.sleep(1)


class Source(Base):
    NEAR = "near"
    FAR = "far"


class Colour(StrEnum):
    RED = "red"

    def name_of(self):
        return self.upper()


async def run():
    Source.NEAR.load()  # expect: blocking-sleep
    Colour.RED.name_of()
