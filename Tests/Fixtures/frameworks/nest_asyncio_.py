# The patch is wrong wherever it is applied, before the loop runs too.
import nest_asyncio

nest_asyncio.apply()  # expect: nest-asyncio


def prepare():
    nest_asyncio.apply()  # expect: nest-asyncio


async def start():
    nest_asyncio.apply()  # expect: nest-asyncio
