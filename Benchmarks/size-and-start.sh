#!/bin/sh
# The size of the stripped executable, and how long `--version` takes: the median of 101 runs, in milliseconds.
set -eu
executable=$1
stripped=$(mktemp)
trap 'rm -f "$stripped"' EXIT
cp "$executable" "$stripped"
strip "$stripped"
chmod +x "$stripped"
echo "stripped: $(stat -c %s "$stripped") bytes"
python3 - "$stripped" <<'PYTHON'
import os, statistics, subprocess, sys, time

command = [sys.argv[1], "--version"]
times = []
for _ in range(101):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    times.append((time.perf_counter() - start) * 1000)
empty = []
for _ in range(101):
    start = time.perf_counter()
    subprocess.run(["/bin/true"], stdout=subprocess.DEVNULL, check=True)
    empty.append((time.perf_counter() - start) * 1000)
print(f"--version: median {statistics.median(times):.1f} ms, least {min(times):.1f} ms")
print(f"/bin/true, started the same way: median {statistics.median(empty):.1f} ms, least {min(empty):.1f} ms")
PYTHON
