from helpers import load
import helpers


async def one():
    return load("x")  # expect: blocking-http


async def two():
    return helpers.load("x")  # expect: blocking-http
