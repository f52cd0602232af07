from pathlib import Path

async def handler(names: list[str]):
    paths = [Path(n) for n in names]
    for i, path in enumerate(paths):
        path.read_text()  # expect: blocking-file
    for name, path in zip(names, paths):
        path.write_text(name)  # expect: blocking-file
    for path in reversed(paths):
        path.unlink()  # expect: blocking-file
    for path in sorted(paths, key=str):
        path.touch()  # expect: blocking-file
    for path in set(paths):
        path.exists()  # expect: blocking-file
