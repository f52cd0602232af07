import tomllib
import toml

async def handler():
    with open("x", "rb") as f:  # expect: blocking-file
        tomllib.load(f)  # expect: blocking-file
    toml.load("x")  # expect: blocking-file
