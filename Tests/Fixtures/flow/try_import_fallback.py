try:
    import ujson as json
except ImportError:
    import json

try:
    import aiofiles
except ImportError:
    aiofiles = None

async def handler():
    json.loads("x")
    async with aiofiles.open("x") as f:
        await f.read()
