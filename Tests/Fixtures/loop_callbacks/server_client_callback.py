import asyncio
import requests


def connected(reader, writer):
    requests.get("https://example.org")  # expect: blocking-http
    asyncio.create_task(serve(reader, writer))


async def serve(reader, writer):
    writer.write(await reader.read())


async def main():
    server = await asyncio.start_server(connected, "127.0.0.1", 8000)
    async with server:
        await server.serve_forever()
