#!/usr/bin/env python3
"""Holds the scan to real fixes: does it find before the release what the release mends, and is it silent after?

Usage: fixes.py EXECUTABLE FOLDER [fixes.tsv]

A line of fixes.tsv is one mended coroutine function: package, version before, version after, file, function, and the
calls that the next release does elsewhere, each as FIRST-LAST:CALL with the lines in the version before.
The wheels are fetched with pip into FOLDER, the Python files in them unpacked, and kept there.
"""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict


def tree(folder, package, version):
    place = os.path.join(folder, f"{package}-{version}")
    if os.path.isdir(place):
        return place
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", scratch, "--only-binary", ":all:"]
        for python in ([], ["--python-version", "3.14.9"], ["--python-version", "3.13.9"], ["--python-version", "3.11"]):
            if subprocess.run([*command, *python, f"{package}=={version}"], stderr=subprocess.DEVNULL).returncode == 0:
                break
        wheels = glob.glob(os.path.join(scratch, "*.whl"))
        if not wheels:
            sys.exit(f"{package} {version} cannot be fetched")
        unpacked = os.path.join(scratch, "tree")
        with zipfile.ZipFile(wheels[0]) as wheel:
            wheel.extractall(unpacked, [name for name in wheel.namelist() if name.endswith(".py")])
        shutil.move(unpacked, place)
    return place


def scan(executable, place):
    run = subprocess.run([executable, "scan", "--no-config", "--format", "json", place], capture_output=True, text=True)
    return json.loads(run.stdout)["findings"]


def last(name):
    return name.split(".")[-1]


def main():
    executable, folder = sys.argv[1:3]
    data = sys.argv[3] if len(sys.argv) > 3 else os.path.join(os.path.dirname(__file__), "fixes.tsv")
    os.makedirs(folder, exist_ok=True)
    fixes = defaultdict(list)
    for line in open(data, encoding="utf-8"):
        if not line.startswith("#"):
            package, before, after, path, function, *calls = line.rstrip("\n").split("\t")
            fixes[package, before, after].append((path, function, calls))
    table = defaultdict(lambda: [0, 0, 0, 0])
    sizes, missed, loud = {}, [], []
    for (package, before, after), functions in sorted(fixes.items()):
        found = scan(executable, tree(folder, package, before))
        left = scan(executable, tree(folder, package, after))
        sizes[package, before] = len(found)
        through = defaultdict(list)
        for finding in found:
            for frame in finding["chain"]:
                through[frame["path"], frame["line"]].append((frame, finding))
        for path, function, calls in functions:
            row = table[package]
            row[0] += 1
            hit = named = False
            names = set()
            for call in calls:
                lines, name = call.split(":", 1)
                names.add(last(name))
                first, end = map(int, lines.split("-"))
                for line in range(first, end + 1):
                    for frame, _ in through[path, line]:
                        hit = True
                        named = named or last(frame["call"]) == last(name)
            row[1] += hit
            row[2] += named
            if not hit:
                missed.append(f"{package} {before} {path}: {function}: {', '.join(sorted(names))}")
            again = [
                finding for finding in left
                if finding["path"] == path and last(finding["function"]) == last(function)
                and last(finding["chain"][0]["call"]) in names
            ]
            if again:
                row[3] += 1
                loud.append(f"{package} {after} {path}:{again[0]['line']}: {again[0]['call']}")
    print("| project | fixes | found | the call named | reported after the fix |\n|---|---:|---:|---:|---:|")
    for package, row in sorted(table.items()):
        print(f"| {package} | " + " | ".join(map(str, row)) + " |")
    total = [sum(row[column] for row in table.values()) for column in range(4)]
    print("| all | " + " | ".join(map(str, total)) + " |")
    mean = sum(sizes.values()) / len(sizes)
    print(f"\n{len(sizes)} trees of {len(table)} projects, {mean:.0f} findings in each on average")
    print("\nMissed:\n" + "\n".join(missed) + "\n\nReported after the fix:\n" + "\n".join(loud))


main()
