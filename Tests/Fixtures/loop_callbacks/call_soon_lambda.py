import asyncio
import subprocess


async def main():
    asyncio.get_running_loop().call_soon(lambda: subprocess.run(["sync"]))  # expect: blocking-subprocess
    on_exit = lambda: subprocess.run(["sync"])
    print(on_exit)
