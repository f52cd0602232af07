import asyncio
import subprocess


async def blocks(command):
    process = subprocess.Popen(command)  # expect: blocking-subprocess
    await asyncio.wait_for(process.wait(), 5)  # expect: blocking-subprocess


async def safe(command):
    process = await asyncio.create_subprocess_exec(*command)
    await asyncio.wait_for(process.wait(), 5)
    await process.communicate()
