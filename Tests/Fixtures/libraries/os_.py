import os
from os import path


async def run():
    os.listdir(".")  # expect: blocking-file
    os.remove("x")  # expect: blocking-file
    path.exists("x")  # expect: blocking-file
    os.path.join("a", "b")
    os.getpid()
    os.environ.get("x")
