"""`*files: Path` is a tuple of paths, `**files: Path` a dictionary of them."""
from pathlib import Path


async def clean(*files: Path, **others: Path):
    for file in files:
        file.unlink()  # expect: blocking-file
    for file in others.values():
        file.unlink()  # expect: blocking-file


async def name(*files: Path, **others: str):
    for file in files:
        file.with_suffix(".txt")
    for text in others.values():
        text.upper()


async def gather(folder: Path):
    files = []
    files.extend(list(folder.glob("*.py")))  # expect: blocking-file
    for file in files:
        file.unlink()  # expect: blocking-file
