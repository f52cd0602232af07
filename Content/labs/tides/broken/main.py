"""A tide table: a visitor names a coast and hears when the water is highest in its ports."""
import asyncio

import stage
from almanac import line


async def answer(coast):
    return line(coast)


async def main():
    await stage.visit(answer, ["east", "west"])


if __name__ == "__main__":
    asyncio.run(main())
