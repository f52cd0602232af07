# A parameter that is only replaced where it is given, is not given afterwards either.
import time


def resolve(address):
    return address


def connect(address=None, resolved=True):
    if address and resolved:
        address = resolve(address)
    if address:
        time.sleep(1)


def connect_somewhere(address=None):
    if not address:
        address = resolve("local")
    if address:
        time.sleep(1)


async def good():
    connect()
    connect(None)


async def bad():
    connect("db")  # expect: blocking-sleep
    connect_somewhere()  # expect: blocking-sleep
