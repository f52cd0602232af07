import socket

from filelock import FileLock


class Client:
    def __init__(self):
        self.quick = socket.socket()
        self.quick.setblocking(False)
        self.slow = socket.socket()
        self.slow.setblocking(True)

    async def read(self):
        self.quick.recv(10)
        return self.slow.recv(10)  # expect: blocking-socket


async def quick():
    stream = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    stream.setblocking(False)
    stream.connect(("192.0.2.1", 80))
    timed = socket.socket()
    timed.settimeout(0)
    timed.recv(10)
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams.connect(("192.0.2.1", 80))
    with FileLock("a.lock", timeout=0):
        pass
    lock = FileLock("a.lock", timeout=0)
    with lock:
        pass


async def slow():
    stream = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    stream.settimeout(3)
    stream.connect(("192.0.2.1", 80))  # expect: blocking-socket
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    datagrams.recv(10)  # expect: blocking-socket
    late = socket.socket()
    late.recv(10)  # expect: blocking-socket
    late.setblocking(False)
    with FileLock("a.lock", timeout=3):  # expect: blocking-lock
        pass
