# All of these hooks, in code that only a thread runs.
import asyncio
import time


class Store:
    @property
    def size(self):
        time.sleep(1)
        return 1

    @size.setter
    def size(self, value):
        time.sleep(1)

    def __getitem__(self, key):
        time.sleep(1)

    def __enter__(self):
        time.sleep(1)

    def __exit__(self, *error):
        time.sleep(1)

    def __iter__(self):
        time.sleep(1)
        yield 1


def work():
    store = Store()
    store.size = store.size + 1
    with store:
        print(store["x"], list(store))


async def main():
    await asyncio.to_thread(work)
