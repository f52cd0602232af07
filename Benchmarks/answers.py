#!/usr/bin/env python3
"""Measures how long `loopdoctor diagnose` takes for random right and wrong answers, and holds each end to its exit code.

answers.py EXECUTABLE [COUNT [SEED]]

Each run is a process of its own on a small project. A run that takes longer than the bar is made twice more, and its best
time counts: a busy machine delays any process now and then, a slow program every time.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

BAR = 50.0  # milliseconds
MAIN = """import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def home():
    return requests.get("https://example.com").text
"""
FORMATS = ["text", "lines", "json", "sarif", "markdown", "github", "gitlab"]


def questions(executable):
    """The ids of all questions with their values, as `explain` lists them."""
    listed = subprocess.run([executable, "explain"], capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout
    ids = [line.split()[0] for line in listed.split("Questions\n")[1].splitlines() if line.startswith("  ") and line[2] != " "]
    known = {}
    for question in ids:
        error = subprocess.run(
            [executable, "diagnose", "--no-input", "--answer", f"{question}=#"], capture_output=True, text=True
        ).stderr
        known[question] = error.strip().split("the answers are ")[1].split(", ")
    return known


def misspelt(word, chance):
    place = chance.randrange(len(word))
    return word[:place] + "#" + word[place + chance.randint(0, 1):]


def noise(chance):
    return "".join(chr(chance.choice([chance.randint(1, 0x2FF), chance.randint(0x2000, 0x2FFF)])) for _ in range(chance.randint(1, 40)))


def answer_set(known, chance):
    """Flags, files, and whether they are wrong; None: cannot be told."""
    flags, files, wrong, given = [], [], False, {}
    for _ in range(chance.randint(0, 6)):
        question = chance.choice([chance.choice(list(known)), next(iter(known))])
        value = chance.choice(known[question])
        if chance.random() < 0.12:
            wrong = True
            flags.append(
                chance.choice(
                    [
                        f"{misspelt(question, chance)}={value}", f"{question}={misspelt(value, chance)}", question, f"={value}",
                        f"{question}=", f"{question}={noise(chance)}!", f"-{noise(chance)}".replace("=", ""),
                        f"{question}={'x' * 3000}",
                    ]
                )
            )
            continue
        wrong = wrong or given.setdefault(question, value) != value
        flags.append(f"{question}={value}")
    for _ in range(chance.randint(0, 2)):
        pairs = {question: chance.choice(known[question]) for question in chance.sample(list(known), chance.randint(0, 4))}
        text = "".join(f'{question}: "{value}"\n' for question, value in pairs.items())
        if chance.random() < 0.5:
            text = "session: 1\nsteps:" + ("\n" if pairs else " []\n")
            text += "".join(f'- answer: {{{question}: "{value}"}}\n' for question, value in pairs.items())
        if chance.random() < 0.2 and text:
            letters = list(text)
            for _ in range(chance.randint(1, 6)):
                letters[chance.randrange(len(letters))] = chance.choice("\n :{}[\"'-#&*!|\té")
            text = "".join(letters)
            wrong = wrong or None
        files.append(text)
    return flags, files, wrong


def main():
    executable = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    chance = random.Random(seed)
    known = questions(executable)
    times, ends, delayed, faults = [], {}, 0, []
    with tempfile.TemporaryDirectory() as folder:
        os.makedirs(f"{folder}/slow")
        os.makedirs(f"{folder}/clean")
        open(f"{folder}/slow/main.py", "w").write(MAIN)
        open(f"{folder}/clean/main.py", "w").write("x = 1\n")
        for number in range(count):
            flags, files, wrong = answer_set(known, chance)
            kind = chance.choice(FORMATS)
            command = [executable, "diagnose", chance.choice(["slow", "clean"]), "--no-input", "--format", kind]
            command += [f"--answer={flag}" for flag in flags]
            for place, text in enumerate(files):
                open(f"{folder}/{place}.yaml", "w").write(text)
                command += ["--answers", f"{place}.yaml"]

            def run():
                begin = time.perf_counter()
                outcome = subprocess.run(command, capture_output=True, cwd=folder, stdin=subprocess.DEVNULL)
                return 1000 * (time.perf_counter() - begin), outcome

            took, outcome = run()
            if took > BAR:
                delayed += 1
                took = min(took, run()[0], run()[0])
            times.append(took)
            status = outcome.returncode
            ends[status] = ends.get(status, 0) + 1
            clean = status in (0, 1, 2, 3) and (status == 2) == (wrong if wrong is not None else status == 2)
            if status == 2:
                clean = clean and not outcome.stdout and outcome.stderr.startswith(b"loopdoctor: ")
            elif kind in ("json", "sarif", "gitlab"):
                clean = clean and json.loads(outcome.stdout) is not None
            if not clean:
                faults.append((number, status, wrong, command[1:], outcome.stderr[:300]))
    times.sort()

    def percentile(share):
        return times[min(len(times) - 1, int(share * len(times)))]

    print(f"{count} answer sets, seed {seed}; ended with " + ", ".join(f"{code}: {ends[code]}" for code in sorted(ends)))
    print(
        f"milliseconds: median {percentile(0.5):.1f}, 99 of 100 within {percentile(0.99):.1f}, all within {times[-1]:.1f}"
        f" (bar {BAR:.0f}; {delayed} were above it at first and repeated)"
    )
    for fault in faults[:10]:
        print("fault:", *fault)
    return 1 if faults or times[-1] > BAR else 0


sys.exit(main())
