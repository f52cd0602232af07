from . import helpers
from .helpers import pause
from ..core import store
from ..core.store import save as keep


async def one():
    pause()  # expect: blocking-sleep


async def two():
    helpers.pause()  # expect: blocking-sleep


async def three():
    store.save()  # expect: blocking-file
    keep()  # expect: blocking-file
