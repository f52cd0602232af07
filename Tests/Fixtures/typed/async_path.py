from anyio import Path


async def read():
    return await Path("x").read_text()
