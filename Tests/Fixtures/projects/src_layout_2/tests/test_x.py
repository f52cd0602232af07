import pkg.core as core

async def test():
    core.load()  # expect: blocking-file
