import json

def read(path):
    with open(path) as f:
        return json.load(f)

async def handler():
    return read("x")  # expect: blocking-file, blocking-file
