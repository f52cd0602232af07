import asyncio
from asyncio import sleep


async def run():
    await asyncio.sleep(1)
    await sleep(1)
    asyncio.sleep(1)
