import asyncio
import socket
import time


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        self.name = socket.getfqdn("example.org")  # expect: blocking-socket

    def data_received(self, data):
        self.handle(data)  # expect: blocking-sleep

    def handle(self, data):
        time.sleep(1)
        self.transport.write(data)

    def unused(self):
        time.sleep(1)
