from functools import lru_cache
from pathlib import Path
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    data_dir: Path = Path("x")

@lru_cache
def get_settings():
    return Settings()

async def handler():
    return (get_settings().data_dir / "a").read_bytes()  # expect: blocking-file
