import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial


class Runner:
    def __init__(self):
        self.pool = ThreadPoolExecutor()

    def _done(self, future: Future):
        print(future.result())

    def _named_done(self, name, future: Future):
        print(name, future.result())

    async def run(self):
        future = self.pool.submit(print)
        future.add_done_callback(self._done)
        future.add_done_callback(partial(self._named_done, "a"))
        loop = asyncio.get_running_loop()
        future.add_done_callback(lambda done: loop.call_soon_threadsafe(self._done, done))
