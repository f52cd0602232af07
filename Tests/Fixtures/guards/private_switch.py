"""A switch of its own that nobody ever turns; one that is turned, or that others may turn, says nothing."""

import time

_SLOW = False
_TURNED = False
count = False


def turn():
    global _TURNED
    _TURNED = True


class Reader:
    def __init__(self):
        self._slow = False
        self._closed = False
        self.patient = False

    def close(self):
        self._closed = True

    def read(self):
        if self._slow:
            time.sleep(1)

    def read_more(self):
        if self._closed:
            time.sleep(1)

    def read_all(self):
        if self.patient:
            time.sleep(1)


async def safe(reader: Reader):
    if _SLOW:
        time.sleep(1)
    reader.read()


async def blocks(reader: Reader):
    if not _SLOW:
        time.sleep(1)  # expect: blocking-sleep
    if _TURNED:
        time.sleep(1)  # expect: blocking-sleep
    if count:
        time.sleep(1)  # expect: blocking-sleep
    reader.read_more()  # expect: blocking-sleep
    reader.read_all()  # expect: blocking-sleep
