from pathlib import Path

BASE = Path(__file__).parent


async def read(name):
    path = BASE / "data" / name
    path.read_text()  # expect: blocking-file
    (Path("x") / name).write_text("y")  # expect: blocking-file
    with path.with_suffix(".txt").open() as file:  # expect: blocking-file
        return file.read()


async def safe(name):
    path = BASE / name
    return path.name, path.suffix, str(path)
