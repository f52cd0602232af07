from time import sleep as z


async def tick():
    z(1)  # expect: blocking-sleep
