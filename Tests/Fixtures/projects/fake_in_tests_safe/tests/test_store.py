import time

from store import Store


class SlowStore(Store):
    def save(self, data):
        time.sleep(1)


async def test_slow():
    SlowStore().save("x")  # expect: blocking-sleep
