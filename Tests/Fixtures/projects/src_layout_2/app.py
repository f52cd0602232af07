from pkg import load

async def handler():
    load()  # expect: blocking-file
