import nest_asyncio


async def start():
    nest_asyncio.apply()  # expect: nest-asyncio
