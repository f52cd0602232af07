from pathlib import Path

def names(root: Path):
    return [p.read_text() for p in root.glob("*")]

async def handler():
    for entry in Path("x").iterdir():  # expect: blocking-file
        entry.unlink()  # expect: blocking-file
