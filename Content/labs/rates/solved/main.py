"""A money changer: a visitor names a currency and hears what a hundred euros are worth in it."""
import asyncio

import stage
from rates import rate


async def answer(currency):
    return f"{100 * await rate(currency):.2f}"


async def main():
    await stage.visit(answer, ["USD", "GBP", "JPY", "CHF"])


if __name__ == "__main__":
    asyncio.run(main())
