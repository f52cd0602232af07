import subprocess
from subprocess import Popen, PIPE, check_output
import os

def run(cmd):
    return subprocess.run(cmd, check=True)

async def handler():
    run("x")  # expect: blocking-subprocess
    check_output("x")  # expect: blocking-subprocess
    p = Popen("x", stdout=PIPE)  # expect: blocking-subprocess
    p.communicate()  # expect: blocking-subprocess
    p.wait()  # expect: blocking-subprocess
    p.poll()
    os.system("x")  # expect: blocking-subprocess
    p.stdout.read()  # expect: blocking-subprocess
    for line in p.stdout:  # expect: blocking-subprocess
        pass
