import asyncio
import subprocess
import sys


def on_key():
    print("key")
    subprocess.check_output(["stty", "-a"])  # expect: blocking-subprocess


def on_ready():
    subprocess.check_output(["stty", "-a"])  # expect: blocking-subprocess


async def main():
    loop = asyncio.get_event_loop()
    loop.add_reader(sys.stdin.fileno(), on_key)
    loop.add_writer(sys.stdout.fileno(), on_ready)
