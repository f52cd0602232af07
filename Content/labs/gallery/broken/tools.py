"""The program that cuts pictures; a short Python stands in for it here."""
import subprocess
import sys

PROGRAM = "import sys, time; time.sleep(0.4); print('small', sys.argv[1])"


class Scissors:
    def __init__(self, by):
        self.by = by

    def cut(self, name):
        command = [sys.executable, "-c", PROGRAM, name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip()
