# What takes every element of a generator runs it.
import time
from collections import deque


def pages():
    time.sleep(1)
    yield 1


class Known:
    def __init__(self):
        self.seen = set()

    async def refresh(self):
        self.seen.update(pages())  # expect: blocking-sleep
        self.seen.add(pages())


class Own:
    def update(self, source):
        self.source = source

    def __contains__(self, value):
        return False


async def blocks(name, file):
    items: list[dict] = []
    items.extend(pages())  # expect: blocking-sleep
    items += pages()  # expect: blocking-sleep
    recent = deque(maxlen=3)
    recent.extend(pages())  # expect: blocking-sleep
    file.writelines(pages())  # expect: blocking-sleep
    dict.fromkeys(pages())  # expect: blocking-sleep
    print({}.update((page, page) for page in pages()))  # expect: blocking-sleep
    return name in pages()  # expect: blocking-sleep


async def safe(name, items, total):
    own = Own()
    own.update(pages())
    items.append(pages())
    await items.writelines(pages())
    total += 1
    return name in own, name in items
