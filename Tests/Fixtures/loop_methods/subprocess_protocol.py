import asyncio
import urllib.request


class Output(asyncio.SubprocessProtocol):
    def pipe_data_received(self, fd, data):
        urllib.request.urlopen("https://example.org", data=data)  # expect: blocking-http

    def process_exited(self):
        print("done")


class Typed(asyncio.BufferedProtocol):
    def buffer_updated(self, size):
        urllib.request.urlopen("https://example.org")  # expect: blocking-http
