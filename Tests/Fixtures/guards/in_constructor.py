"""What an object is made with decides what its constructor does; an omitted default too, through another function."""

import time


class Node:
    def __init__(self, head, connect=False):
        self.head = head
        self.connect = connect
        self.ready = False
        if not self.head:
            time.sleep(1)
        if self.connect and self.wait():
            self.ready = True

    def wait(self):
        time.sleep(1)
        return True


def load(name, remote=None):
    if remote is None:
        raise ValueError(name)
    time.sleep(1)


def route(name, remote=None, extra=None):
    load(name, remote=remote)


async def safe():
    Node(head=True)
    route("a", extra=1)


async def blocks(remote):
    Node(head=False)  # expect: blocking-sleep
    Node(True, True)  # expect: blocking-sleep
    route("a", remote)  # expect: blocking-sleep
