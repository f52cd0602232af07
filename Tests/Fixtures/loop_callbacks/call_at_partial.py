import asyncio
import functools
import shutil


def sweep(folder):
    shutil.rmtree(folder)  # expect: blocking-file


def unused(folder):
    shutil.rmtree(folder)


def arm(loop: asyncio.AbstractEventLoop, folder):
    loop.call_at(loop.time() + 60, functools.partial(sweep, folder))
    functools.partial(unused, folder)
