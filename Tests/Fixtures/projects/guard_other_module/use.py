import threading
import time

from bridge import Bridge


def send(bridge: Bridge):
    if threading.get_ident() != bridge.owner:
        time.sleep(1)


def open_first(bridge: Bridge):
    if not bridge.in_loop:
        time.sleep(1)


def check(bridge: Bridge):
    if bridge.ready is None:
        time.sleep(1)


async def use():
    bridge = Bridge()
    send(bridge)
    open_first(bridge)
    check(bridge)  # expect: blocking-sleep
