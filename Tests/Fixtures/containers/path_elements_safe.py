import asyncio
from pathlib import Path


async def handler(root: Path):
    paths = await asyncio.to_thread(lambda: list(root.iterdir()))
    names = [path.name for path in paths]
    parents = [path.parent / "x" for path in paths]
    return names, parents
