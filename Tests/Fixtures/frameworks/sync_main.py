import asyncio
import subprocess


async def work():
    return 1


def main():
    subprocess.run(["make"])
    asyncio.run(work())
