"""A file lock that tries once and does not wait."""

from filelock import FileLock


async def safe():
    with FileLock("a.lock", timeout=0):
        pass
    with FileLock("a.lock", 0):
        pass


async def blocks():
    with FileLock("a.lock"):  # expect: blocking-lock
        pass
    with FileLock("a.lock", timeout=5):  # expect: blocking-lock
        pass
