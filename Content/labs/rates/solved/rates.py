"""A client of the bank's rate service: a line asks, a line answers."""
import asyncio

import bank


async def rate(currency):
    """How much of a currency one euro buys."""
    reader, writer = await asyncio.open_connection("127.0.0.1", bank.PORT)
    try:
        writer.write(f"{currency}\n".encode())
        await writer.drain()
        return float(await asyncio.wait_for(reader.readline(), timeout=5))
    finally:
        writer.close()
