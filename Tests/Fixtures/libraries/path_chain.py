from pathlib import Path
import pathlib

ROOT = Path(__file__).parent
BASE = pathlib.Path(__file__).resolve().parents[1]

class Config:
    def __init__(self, root: Path | str):
        self.root = Path(root)
        self.file = self.root / "a" / "b.json"

    def load(self):
        if not self.file.exists():
            self.file.parent.mkdir(parents=True)
        return self.file.read_text()

async def handler():
    (ROOT / "x").read_text()  # expect: blocking-file
    (BASE / "x").read_text()  # expect: blocking-file
    ROOT.joinpath("x").write_text("x")  # expect: blocking-file
    Path("x").expanduser().read_bytes()  # expect: blocking-file
    Path.home().joinpath("x").is_file()  # expect: blocking-file
    Config("x").load()  # expect: blocking-file, blocking-file, blocking-file
    with (ROOT / "x").open() as f:  # expect: blocking-file
        f.read()
    Path("x").with_suffix(".y").unlink()  # expect: blocking-file
    for p in sorted(ROOT.glob("*")):  # expect: blocking-file
        p.stat().st_size  # expect: blocking-file
    x = "x" / ROOT
    x.exists()  # expect: blocking-file
