"""One line of the almanac. Its printers call it too, and they know nothing of asyncio."""
import asyncio

from gauges import highest

PORTS = {"east": ["Hull", "Leith"], "west": ["Oban", "Mallaig"]}


def line(coast):
    """The ports of a coast with their times."""
    times = asyncio.run(times_of(PORTS[coast]))
    return ", ".join(f"{port} {time}" for port, time in zip(PORTS[coast], times))


async def times_of(ports):
    return await asyncio.gather(*[highest(port) for port in ports])
