import importlib
from importlib import import_module

async def handler(name):
    importlib.import_module(name)  # expect: blocking-file
    import_module("x." + name)  # expect: blocking-file
    importlib.reload(importlib)  # expect: blocking-file
