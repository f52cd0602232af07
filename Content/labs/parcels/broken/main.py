"""A parcel counter: a visitor says what he wants done with a parcel."""
import asyncio

import counter
import stage

SERVICES = {"weigh": counter.weigh, "route": counter.route, "stamp": counter.stamp}


async def answer(wish):
    service, parcel = wish.split()
    return await SERVICES[service](parcel)


async def main():
    await stage.visit(answer, ["weigh P1", "route P1", "stamp P1", "stamp P2", "route P2"])


if __name__ == "__main__":
    asyncio.run(main())
