"""A client of the bank's rate service: a line asks, a line answers."""
import socket

import bank


def rate(currency):
    """How much of a currency one euro buys."""
    with socket.create_connection(("127.0.0.1", bank.PORT), timeout=5) as connection:
        connection.sendall(f"{currency}\n".encode())
        return float(connection.recv(100).decode())
