import requests
import tornado.ioloop
import tornado.web


class Main(tornado.web.RequestHandler):
    def initialize(self, folder):
        self.folder = folder
        self.text = open(folder).read()  # expect: blocking-file

    def prepare(self):
        self.user = requests.get("https://example.org/user").json()  # expect: blocking-http

    def get(self):
        self.write(self._load())  # expect: blocking-http

    def post(self):
        self.write("fine")

    def write_error(self, status_code, **kwargs):
        requests.post("https://example.org/errors")  # expect: blocking-http

    def on_finish(self):
        requests.post("https://example.org/log")  # expect: blocking-http

    def _load(self):
        return requests.get("https://example.org").text

    def report(self):
        return requests.get("https://example.org").text


def make_app():
    return tornado.web.Application([(r"/", Main, {"folder": "x"})])
