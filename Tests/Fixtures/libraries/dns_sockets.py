import socket

async def handler():
    socket.getaddrinfo("x", 80)  # expect: blocking-socket
    socket.gethostbyname("x")  # expect: blocking-socket
    s = socket.socket()
    s.connect(("x", 80))  # expect: blocking-socket
    s.recv(10)  # expect: blocking-socket
    with socket.create_connection(("x", 1)) as c:  # expect: blocking-socket
        c.sendall(b"x")  # expect: blocking-socket
