import yaml

def load(path):
    return yaml.safe_load(open(path))

async def handler():
    load("x")  # expect: blocking-file, blocking-file
    with open("x") as f:  # expect: blocking-file
        yaml.safe_load(f)  # expect: blocking-file
