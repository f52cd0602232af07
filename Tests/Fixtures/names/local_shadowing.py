import time


async def tick():
    time = FakeTime()
    time.sleep(1)


class FakeTime:
    def sleep(self, seconds):
        return seconds
