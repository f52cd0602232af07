"""A lottery: a visitor names a number and hears what it draws."""
import asyncio

import stage
from drum import turn


async def answer(ticket):
    return f"you have drawn {turn(int(ticket))}"


async def main():
    await stage.visit(answer, ["7", "13", "49"])


if __name__ == "__main__":
    asyncio.run(main())
