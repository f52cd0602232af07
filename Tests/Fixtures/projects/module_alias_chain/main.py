import a.b.c as d
import a.b.c
from a.b import c as e
from a import b

async def handler():
    d.load()  # expect: blocking-file
    a.b.c.load()  # expect: blocking-file
    e.load()  # expect: blocking-file
