# Two folders that each are a root of their own: the nearest module of a name wins.
from helpers import load


async def run():
    load()  # expect: blocking-sleep
