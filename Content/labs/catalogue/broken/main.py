"""The catalogue of a library: a visitor names a shelf and hears how many books stand on it."""
import asyncio

import catalogue
import stage


async def answer(shelf):
    books = catalogue.count(int(shelf))
    return f"{books} books"


async def main():
    await stage.visit(answer, ["3", "5", "7", "11"])


if __name__ == "__main__":
    asyncio.run(main())
