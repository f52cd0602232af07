from common.util import load

async def handler():
    load()  # expect: blocking-file
