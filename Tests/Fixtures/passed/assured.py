# What the caller has made sure of, need not be asked again below.
import time


def start(address=None):
    if address is None:
        time.sleep(1)


async def good(address):
    assert address is not None
    start(address)


def begin(address):
    if address is not None:
        start(address)


async def good_below(address):
    begin(address)


async def bad(address):
    start(address)  # expect: blocking-sleep


async def not_sure(address, other):
    if address is not None:
        start(other)  # expect: blocking-sleep
