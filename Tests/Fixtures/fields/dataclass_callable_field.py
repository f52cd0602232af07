from dataclasses import dataclass
from typing import Callable
import time

@dataclass
class Job:
    name: str
    run: Callable[[], None]

def slow():
    time.sleep(1)

JOBS = [Job("a", slow), Job("b", run=slow)]

async def handler():
    for job in JOBS:
        job.run()  # expect: blocking-sleep
