import subprocess


async def run():
    with subprocess.Popen(["x"]) as process:  # expect: blocking-subprocess, blocking-subprocess
        process.stdout.readline()  # expect: blocking-subprocess
