# A file that was opened elsewhere: nothing but its reading and writing shows on the loop.
import socket

index = open("index")


class Journal:
    def __init__(self, path):
        self.file = open(path, "a")

    def add(self, line):
        self.file.write(line)

    async def close(self):
        self.file.flush()  # expect: blocking-file


async def run(journal: Journal, line):
    journal.add(line)  # expect: blocking-file
    index.readline()  # expect: blocking-file
    with open("x") as file:  # expect: blocking-file
        file.read()


async def talk(connection: socket.socket):
    stream = connection.makefile("rw")
    stream.readline()  # expect: blocking-socket
