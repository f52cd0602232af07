import asyncio


async def work():
    return 1


async def handler():
    loop = asyncio.get_event_loop()
    loop.run_until_complete(work())  # expect: nested-loop


def main():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(work())
