import time


class Slow:
    def __iter__(self):
        return self

    def __next__(self):
        time.sleep(1)
        return 1


async def run():
    for item in Slow():  # expect: blocking-sleep
        print(item)
