# An address in numbers needs no look-up.
import socket

NUMERIC = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV


async def good(host, port):
    socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)
    socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV)
    return socket.getaddrinfo(host, port, flags=NUMERIC)


async def bad(host, port):
    socket.getaddrinfo(host, port)  # expect: blocking-socket
    return socket.getaddrinfo(host, port, flags=socket.AI_CANONNAME)  # expect: blocking-socket
