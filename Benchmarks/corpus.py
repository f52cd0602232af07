"""Builds the benchmark corpus: the Python packages that corpus.txt lists, unpacked below one folder.

    python3 Benchmarks/corpus.py FOLDER [NAME ...]

Takes each package from the index that pip is set up for, and keeps only what a scan reads. A version that is gone is
replaced by the nearest one, which is said. What is there already is left alone.
"""

import concurrent.futures
import io
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import urllib.parse
import urllib.request
import zipfile

KEPT = {".py", ".toml", ".cfg", ".ini"}
# The order in which wheels made for one interpreter are preferred; pure ones fit any.
WHEELS = ["-none-any.whl", "cp314-manylinux", "cp313-manylinux", "cp312-manylinux", "abi3-manylinux"]


def index():
    answer = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True
    )
    return (answer.stdout.strip() or "https://pypi.org/simple").rstrip("/")


def releases(name):
    """All files of a package: (file name, address)."""
    request = urllib.request.Request(
        f"{index()}/{name}/",
        headers={"Accept": "application/vnd.pypi.simple.v1+json, text/html;q=0.5"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        base, body, kind = answer.geturl(), answer.read(), answer.headers.get_content_type()
    if kind.endswith("json"):
        return [(f["filename"], urllib.parse.urljoin(base, f["url"])) for f in json.loads(body)["files"]]
    links = re.findall(r'<a\s[^>]*href="([^"#]+)[^>]*>([^<]+)</a>', body.decode())
    return [(text.strip(), urllib.parse.urljoin(base, address)) for address, text in links]


def version_of(file_name, name, kind):
    plain = re.sub(r"[-_.]+", "[-_.]+", re.escape(name).replace(r"\-", "-").replace(r"\.", "."))
    ending = r"-.*\.whl" if kind == "wheel" else r"\.tar\.gz"
    match = re.fullmatch(rf"{plain}-([^-]+?){ending}", file_name, re.IGNORECASE)
    return match and match[1]


def key(version):
    """Versions in order; what is no number counts as before the release."""
    return [int(part) if part.isdigit() else -1 for part in re.findall(r"\d+|[a-z]+", version)]


def choose(name, wanted, kind):
    """The file of the wanted version, or of the nearest: (version, address)."""
    files = {}
    for file_name, address in releases(name):
        version = version_of(file_name, name, kind)
        if not version or (kind == "wheel" and rank(file_name) is None):
            continue
        files.setdefault(version, []).append((rank(file_name) or 0, file_name, address))
    if not files:
        raise LookupError(f"{name}: the index has no {kind}")
    if wanted in files:
        nearest = wanted
    else:
        ordered = sorted(files, key=key)
        before = [version for version in ordered if key(version) <= key(wanted)]
        nearest = before[-1] if before else ordered[0]
    return nearest, min(files[nearest])[2]


def rank(file_name):
    for place, ending in enumerate(WHEELS):
        if ending == "-none-any.whl" and file_name.endswith(ending):
            return place
        tag, _, platform = ending.partition("-")
        if tag in file_name and platform in file_name and "x86_64" in file_name:
            return place
    return None


def unpack(data, kind, folder):
    def keep(path, read):
        parts = pathlib.PurePosixPath(path).parts
        if parts and pathlib.PurePosixPath(path).suffix in KEPT and ".." not in parts and parts[0] != "/":
            target = folder.joinpath(*parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(read())

    if kind == "wheel":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    keep(entry.filename, lambda: archive.read(entry))
    else:
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for entry in archive:
                if entry.isfile():
                    keep(entry.name, lambda: archive.extractfile(entry).read())


def fetch(root, name, wanted, kind):
    folder = root / name
    if folder.exists():
        return f"{name}: already there"
    version, address = choose(name, wanted, kind)
    with urllib.request.urlopen(address, timeout=300) as answer:
        data = answer.read()
    partial = root / f".{name}.partial"
    subprocess.run(["rm", "-rf", str(partial)], check=True)
    unpack(data, kind, partial)
    partial.rename(folder)
    said = f"{name} {version}" + ("" if version == wanted else f" (instead of {wanted}, which is gone)")
    return f"{said}: {sum(1 for _ in folder.rglob('*.py'))} Python files"


def main():
    root = pathlib.Path(sys.argv[1])
    root.mkdir(parents=True, exist_ok=True)
    only = set(sys.argv[2:])
    jobs = []
    for line in (pathlib.Path(__file__).parent / "corpus.txt").read_text().splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, version, kind = re.match(r"(\S+)==(\S+)\s+(\S+)", line).groups()
        if not only or name in only:
            jobs.append((name, version, kind))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for job, result in [(job, pool.submit(fetch, root, *job)) for job in jobs]:
            try:
                print(result.result(), flush=True)
            except Exception as fault:  # One package less is said, and the rest goes on.
                failed += 1
                print(f"{job[0]}: {fault}", file=sys.stderr, flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
