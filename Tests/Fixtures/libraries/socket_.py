import socket


async def run():
    socket.gethostbyname("x")  # expect: blocking-socket
    connection = socket.create_connection(("x", 1))  # expect: blocking-socket
    connection.recv(10)  # expect: blocking-socket
