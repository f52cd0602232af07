"""The radio to the buoys. A buoy is not heard at once: one calls again, and waits longer each time."""
import asyncio

WAVES = {"north": 2.1, "west": 1.4, "reef": 3.8}


async def waves(buoy):
    """How high the waves are at a buoy, in metres."""
    for attempt in range(4):
        heard = call(buoy, attempt)
        if heard is not None:
            return heard
        await asyncio.sleep(0.05 * 2**attempt)
    return "unknown"


def call(buoy, attempt):
    """One call; it reaches the buoy the fourth time."""
    return WAVES[buoy] if attempt == 3 else None
