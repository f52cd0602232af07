from dataclasses import dataclass
import time


@dataclass
class Robot:
    name: str

    def __post_init__(self):
        time.sleep(1)


async def make():
    return Robot("a")  # expect: blocking-sleep
