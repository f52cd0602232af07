"""What a call right before has emptied is not there any more."""

import time
from concurrent.futures import ThreadPoolExecutor


class Runner:
    def __init__(self):
        self._pool = None
        self._other = None

    def open(self):
        self._pool = ThreadPoolExecutor()
        self._other = ThreadPoolExecutor()

    def stop(self):
        if self._pool is not None:
            self._pool = None

    def restart(self):
        self.stop()
        self.open()

    def finish(self):
        self.stop()
        if self._pool is not None:
            time.sleep(1)

    def finish_other(self):
        self.stop()
        if self._other is not None:
            time.sleep(1)

    def finish_again(self):
        self.stop()
        self.restart()
        if self._pool is not None:
            time.sleep(1)

    def finish_perhaps(self, now):
        if now:
            self.stop()
        if self._pool is not None:
            time.sleep(1)


async def safe(runner: Runner):
    runner.finish()


async def blocks(runner: Runner):
    runner.finish_other()  # expect: blocking-sleep
    runner.finish_again()  # expect: blocking-sleep
    runner.finish_perhaps(True)  # expect: blocking-sleep
