"""A harbour office: a visitor names a buoy and hears how high the waves are there."""
import asyncio

import stage
from radio import waves


async def answer(buoy):
    return f"{await waves(buoy)} m"


async def main():
    await stage.visit(answer, ["north", "west", "reef"])


if __name__ == "__main__":
    asyncio.run(main())
