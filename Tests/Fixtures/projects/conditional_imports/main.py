import sys
if sys.platform == "win32":
    from win import load
else:
    from posix_ import load

async def handler():
    load()  # expect: blocking-file
