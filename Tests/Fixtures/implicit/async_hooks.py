import time


class Connection:
    async def __aenter__(self):
        self._open()  # expect: blocking-sleep
        return self

    async def __aexit__(self, *error):
        time.sleep(1)  # expect: blocking-sleep

    def _open(self):
        time.sleep(1)


class Pages:
    def __aiter__(self):
        time.sleep(1)
        return self

    async def __anext__(self):
        time.sleep(1)  # expect: blocking-sleep
        raise StopAsyncIteration


class Quiet:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def use():
    async with Connection():
        pass
    async for page in Pages():  # expect: blocking-sleep
        print(page)
    async for page in Quiet():
        print(page)
    return [page async for page in Pages()]  # expect: blocking-sleep
