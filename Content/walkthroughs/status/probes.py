"""Does something listen there?"""
import asyncio


async def answers(host, port, patience=1.0):
    try:
        connection = asyncio.open_connection(host, port)
        _, writer = await asyncio.wait_for(connection, patience)
    except (OSError, asyncio.TimeoutError):
        return False
    writer.close()
    return True
