import aiofiles


async def read():
    async with aiofiles.open("x") as file:
        return await file.read()
