from m import *
from n import *

async def handler():
    open("x")  # expect: blocking-file
    _load()  # expect: blocking-file
