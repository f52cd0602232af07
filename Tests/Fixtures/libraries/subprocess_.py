import os
import subprocess


async def run():
    subprocess.run(["x"])  # expect: blocking-subprocess
    subprocess.check_call(["x"])  # expect: blocking-subprocess
    os.system("x")  # expect: blocking-subprocess
