"""The three services of the counter. All of them wait for machines; one of them makes everybody wait."""
import asyncio
from concurrent.futures import ThreadPoolExecutor

import machines

HANDS = ThreadPoolExecutor(max_workers=4)


async def weigh(parcel):
    grams = await asyncio.to_thread(machines.scales, parcel)
    return f"{grams} g"


async def route(parcel):
    loop = asyncio.get_running_loop()
    town = await loop.run_in_executor(HANDS, machines.sorter, parcel)
    return f"goes to {town}"


async def stamp(parcel):
    pressed = HANDS.submit(machines.press, parcel)
    await asyncio.sleep(0)
    return f"stamped {pressed.result()}"
