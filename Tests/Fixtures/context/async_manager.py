import time


class Pause:
    async def __aenter__(self):
        time.sleep(1)  # expect: blocking-sleep
        return self

    async def __aexit__(self, *details):
        pass


async def run():
    async with Pause():
        pass
