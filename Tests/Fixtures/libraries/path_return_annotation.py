from pathlib import Path
from typing import Optional, Iterator, List

class Store:
    def locate(self, name: str) -> Optional[Path]:
        return self._find(name)

    def all(self) -> Iterator[Path]:
        return self._all()

    def many(self) -> List[Path]:
        return []

async def handler(s: Store):
    p = s.locate("x")
    if p and p.exists():  # expect: blocking-file
        p.unlink()  # expect: blocking-file
    for q in s.all():
        q.unlink()  # expect: blocking-file
    for q in s.many():
        q.unlink()  # expect: blocking-file
