from quick import *
from slow import *


async def handler():
    load()
