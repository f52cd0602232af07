import time


class Slow:
    def __iter__(self):
        time.sleep(1)
        yield 1


async def run():
    slow = Slow()
    for item in slow:  # expect: blocking-sleep
        print(item)
