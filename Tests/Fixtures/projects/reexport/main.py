import pkg
from pkg import lento, pause


async def run():
    pause()  # expect: blocking-sleep
    lento()  # expect: blocking-sleep
    pkg.pause()  # expect: blocking-sleep
    pkg.fetch()  # expect: blocking-http
