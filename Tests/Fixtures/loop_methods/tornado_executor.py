# `run_on_executor` and the pool: off the loop.
import time
from concurrent.futures import ThreadPoolExecutor

from tornado.concurrent import run_on_executor
from tornado.ioloop import IOLoop
from tornado.web import RequestHandler


class Slow(RequestHandler):
    executor = ThreadPoolExecutor(4)

    async def get(self):
        await self.compute()
        await IOLoop.current().run_in_executor(None, self._compute)

    @run_on_executor
    def compute(self):
        time.sleep(1)

    def _compute(self):
        time.sleep(1)
