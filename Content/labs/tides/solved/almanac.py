"""One line of the almanac. Its printers call it too, and they know nothing of asyncio."""
import asyncio

from gauges import highest

PORTS = {"east": ["Hull", "Leith"], "west": ["Oban", "Mallaig"]}


async def line(coast):
    """The ports of a coast with their times."""
    times = await times_of(PORTS[coast])
    return ", ".join(f"{port} {time}" for port, time in zip(PORTS[coast], times))


def printed_line(coast):
    """The same for the printers, where no loop runs yet."""
    return asyncio.run(line(coast))


async def times_of(ports):
    return await asyncio.gather(*[highest(port) for port in ports])
