from asyncio import DatagramProtocol
import sqlite3


class Base(DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport


class Storing(Base):
    def __init__(self):
        self.db = sqlite3.connect("log.db")

    def datagram_received(self, data, addr):
        self.store(data)  # expect: blocking-database

    def store(self, data):
        self.db.execute("insert into log values (?)", (data,))

    def error_received(self, error):
        self.db.execute("insert into errors values (?)", (str(error),))  # expect: blocking-database


class Listener:
    def __init__(self):
        self.db = sqlite3.connect("log.db")

    def datagram_received(self, data, addr):
        self.db.execute("insert into log values (?)", (data,))
