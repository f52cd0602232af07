from pathlib import Path
from pydantic import BaseModel, Field

class Settings(BaseModel):
    root: Path
    other: Path = Field(default=Path("x"))

settings = Settings(root="x")

async def handler():
    settings.other.mkdir()  # expect: blocking-file
    return settings.root.read_text()  # expect: blocking-file
