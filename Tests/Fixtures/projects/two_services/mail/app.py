from helpers import load


async def run():
    load()
