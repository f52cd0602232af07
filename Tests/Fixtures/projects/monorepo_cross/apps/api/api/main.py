from shared.files import load
import shared.files as sf

async def handler():
    load()  # expect: blocking-file
    sf.load()  # expect: blocking-file
