import os


async def run(pid):
    os.waitpid(pid, os.WNOHANG)
    os.waitpid(pid, 0)  # expect: blocking-subprocess
