# The handler's base class is the project's own.
import time

from tornado.web import RequestHandler, StaticFileHandler
from tornado.websocket import WebSocketHandler


class Base(RequestHandler):
    def get_current_user(self):
        time.sleep(1)  # expect: blocking-sleep


class Item(Base):
    def delete(self, key):
        time.sleep(1)  # expect: blocking-sleep

    async def put(self, key):
        time.sleep(1)  # expect: blocking-sleep


class Chat(WebSocketHandler):
    def open(self):
        time.sleep(1)  # expect: blocking-sleep

    def on_message(self, message):
        time.sleep(1)  # expect: blocking-sleep

    def on_close(self):
        time.sleep(1)  # expect: blocking-sleep


class Files(StaticFileHandler):
    def set_extra_headers(self, path):
        time.sleep(1)  # expect: blocking-sleep


class Model:
    def get(self):
        time.sleep(1)

    def delete(self):
        time.sleep(1)
