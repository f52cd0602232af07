from pathlib import Path

def read(path):
    return path.read_text()

async def handler():
    return read(Path("x"))  # expect: blocking-file
