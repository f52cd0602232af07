"""A picture gallery: a visitor names an album and hears what is on its cover."""
import asyncio

import stage
from albums import Shelf

SHELF = Shelf({"summer": ["sea", "boat"], "winter": ["snow"], "town": ["bridge", "tower"]})


async def answer(name):
    album = SHELF.album(name)
    return await asyncio.to_thread(album.cover)


async def main():
    await stage.visit(answer, ["summer", "winter", "town"])


if __name__ == "__main__":
    asyncio.run(main())
