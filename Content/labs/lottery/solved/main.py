"""A lottery: a visitor names a number and hears what it draws."""
import asyncio
from concurrent.futures import ProcessPoolExecutor

import stage
from drum import turn

PROCESSES = ProcessPoolExecutor(max_workers=2)


async def answer(ticket):
    loop = asyncio.get_running_loop()
    drawn = await loop.run_in_executor(PROCESSES, turn, int(ticket))
    return f"you have drawn {drawn}"


async def main():
    await stage.visit(answer, ["7", "13", "49"])


if __name__ == "__main__":
    asyncio.run(main())
