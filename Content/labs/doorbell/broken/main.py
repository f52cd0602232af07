"""A doorbell: whoever rings says a name and is welcomed. There is not one `async def` between the bell and the fault."""
import asyncio

import stage
from book import GuestBook

BOOK = GuestBook()


class Doorbell(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.welcome(BOOK.enter(data.decode().strip()))

    def welcome(self, words):
        self.transport.write(f"{words}\n".encode())
        self.transport.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Doorbell, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    names = ["Mia", "Tom", "Eva"]
    for name, line in zip(names, await asyncio.gather(*[stage.ask(port, name) for name in names])):
        print(f"{name}: {line}")
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
