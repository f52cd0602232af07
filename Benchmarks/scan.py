"""Measures `loopdoctor scan` against its peers on the benchmark corpus, in alternating runs.

    python3 Benchmarks/scan.py EXECUTABLE CORPUS PEERS [--runs N] [--only NAME ...]

PEERS is a virtual environment with what peers.txt lists. Prints Markdown: medians, ratios to loopdoctor of the same
rounds, peak memory; then how time grows with the number of files, and what hostile input costs.
"""

import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import tempfile
import time

PATTERN = r"requests\.\(get\|post\|put\|delete\)\|time\.sleep\|open("
PATTERN_EXTENDED = r"requests\.(get|post|put|delete)|time\.sleep|open\("


def measure(command, folder=None):
    """Wall seconds, processor seconds, peak MiB and exit status of one run, its output thrown away."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def compare(title, commands, runs):
    """One table: each command `runs` times, in turns, so that all meet the same weather."""
    results = {name: [] for name in commands}
    for command in commands.values():
        measure(command)  # Warms the file cache, and shows nothing.
    for _ in range(runs):
        for name, command in commands.items():
            results[name].append(measure(command))
    ours = results["loopdoctor"]
    print(f"\n### {title}\n\n| program | seconds | processor seconds | peak MiB | loopdoctor ÷ it | exit |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, rows in results.items():
        ratio = statistics.median(mine[0] / its[0] for mine, its in zip(ours, rows))
        wall, processor, memory = (statistics.median(column) for column in list(zip(*rows))[:3])
        print(
            f"| {name} | {wall:.3f} | {processor:.3f} | {memory:.0f} | {ratio:.2f} | {rows[-1][3]} |", flush=True
        )


def growth(executable, corpus, runs, scratch):
    """1, 3 and 10 copies of a part of the corpus: how far the time is from a straight line."""
    parts = [corpus / name for name in ("aiohttp", "tornado", "litellm")]
    walls = {}
    folders = {}
    for count in (1, 3, 10):
        folders[count] = scratch / f"times{count}"
        for copy in range(count):
            for part in parts:
                shutil.copytree(part, folders[count] / f"copy{copy}" / part.name)
    for _ in range(runs):
        for count, folder in folders.items():
            walls.setdefault(count, []).append(measure([executable, "scan", "--format", "json", str(folder)])[:3])
    print("\n### Growth (aiohttp, tornado and litellm, 1, 3 and 10 copies)\n")
    print("| copies | seconds | seconds a copy | peak MiB |\n|---:|---:|---:|---:|")
    for count, rows in walls.items():
        wall, _, memory = (statistics.median(column) for column in zip(*rows))
        print(f"| {count} | {wall:.3f} | {wall / count:.4f} | {memory:.0f} |", flush=True)


def hostile(executable, scratch):
    """What no project should contain: time and memory stay in bounds."""
    cases = {
        "two files": {"app.py": "import time\nasync def f():\n    time.sleep(1)\n", "other.py": "import app\n"},
        "a file of 50 MB": {"big.py": "async def f():\n    x = open('a')\n" * 1_600_000},
        "a line of 10 MB": {"line.py": "import time\nasync def f():\n    x = [" + "1, " * 3_400_000 + "]\n"},
        "100,000 brackets": {"deep.py": "x = " + "(" * 100_000 + ")" * 100_000 + "\n"},
        "a ring of 1,000,000 functions": {
            "ring.py": "async def start():\n    f0()\n"
            + "".join(f"def f{i}():\n f{(i + 1) % 1_000_000}()\n" for i in range(1_000_000))
        },
    }
    print("\n### Small and hostile input\n\n| input | seconds | peak MiB | exit |\n|---|---:|---:|---:|")
    for name, files in cases.items():
        folder = scratch / name.replace(" ", "-").replace(",", "")
        folder.mkdir()
        for path, text in files.items():
            (folder / path).write_text(text)
        rows = [measure([executable, "scan", "--format", "json", str(folder)]) for _ in range(5)]
        wall, _, memory, _ = (statistics.median(column) for column in zip(*rows))
        print(f"| {name} | {wall:.4f} | {memory:.0f} | {rows[-1][3]} |", flush=True)
    folder = scratch / "links"
    folder.mkdir()
    (folder / "a.py").write_text("import time\nasync def f():\n    time.sleep(1)\n")
    for name in "bcde":
        (folder / name).symlink_to(folder, target_is_directory=True)
    wall, _, memory, status = measure([executable, "scan", "--format", "json", str(folder)])
    print(f"| links to their own folder | {wall:.4f} | {memory:.0f} | {status} |")


def version(command):
    answer = subprocess.run(command, capture_output=True, text=True)
    lines = (answer.stdout + answer.stderr).strip().splitlines()
    return lines[0] if lines else "?"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("peers", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="*", choices=["corpus", "subset", "growth", "hostile"])
    options = parser.parse_args()
    wanted = options.only or ["corpus", "subset", "growth", "hostile"]
    executable = str(pathlib.Path(options.executable).resolve())
    corpus, tools = options.corpus.resolve(), options.peers / "bin"

    print(f"Machine: {platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.platform()}\n")
    ruff, flake8, hydroid = (str(tools / name) for name in ("ruff", "flake8", "hydroid"))
    for command in ([executable], ["grep"], ["rg"], [ruff], [flake8], [hydroid]):
        print(f"- {pathlib.Path(command[0]).name}: {version(command + ['--version'])}")

    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        if "corpus" in wanted:
            whole = str(corpus)
            commands = {
                "loopdoctor": [executable, "scan", "--format", "json", whole],
                "GNU grep": ["grep", "-rn", PATTERN, "--include=*.py", whole],
                "ripgrep": ["rg", "-n", "-tpy", "--no-config", PATTERN_EXTENDED, whole],
                "ruff, no cache": [ruff, "check", "--isolated", "--select", "ASYNC", "--no-cache", "-q", whole],
                "ruff, warm cache": [
                    ruff, "check", "--isolated", "--select", "ASYNC", "-q", "--cache-dir", str(scratch / "ruff"), whole,
                ],
            }
            compare("The whole corpus", commands, options.runs)
        if "subset" in wanted:
            part = str(corpus / "open-webui")
            commands = {
                "loopdoctor": [executable, "scan", "--format", "json", part],
                "flake8-async": [flake8, "--isolated", "--select", "ASYNC", "-j", "2", part],
                "hydroid, no cache": [hydroid, "--no-cache", part],
            }
            compare("open-webui alone", commands, options.runs)
        if "growth" in wanted:
            growth(executable, corpus, options.runs, scratch)
        if "hostile" in wanted:
            hostile(executable, scratch)


if __name__ == "__main__":
    main()
