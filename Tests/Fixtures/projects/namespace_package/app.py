import lib.tools.clock
from lib.tools import clock


async def run():
    lib.tools.clock.rest()  # expect: blocking-sleep
    clock.rest()  # expect: blocking-sleep
