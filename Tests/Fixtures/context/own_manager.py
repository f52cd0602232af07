import time


class Pause:
    def __enter__(self):
        time.sleep(1)
        return self

    def __exit__(self, *details):
        pass


class Quick:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        time.sleep(1)


async def run():
    with Pause():  # expect: blocking-sleep
        pass
    with Quick():  # expect: blocking-sleep
        pass
