from pkg import pause


async def run():
    pause()  # expect: blocking-sleep
