# `gen.coroutine` is the older spelling of `async def`.
import time

from tornado import gen
from tornado.web import RequestHandler


class Old(RequestHandler):
    @gen.coroutine
    def get(self):
        yield gen.sleep(1)
        time.sleep(1)  # expect: blocking-sleep


@gen.coroutine
def background():
    time.sleep(1)  # expect: blocking-sleep
    yield gen.sleep(1)


def plain():
    time.sleep(1)
    yield 1
