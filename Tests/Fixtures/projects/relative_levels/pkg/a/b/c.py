from ...util import load
from ... import util
from ...util.files import hidden as h

async def handler():
    load()  # expect: blocking-file
    util.load()  # expect: blocking-file
    h()  # expect: blocking-file
