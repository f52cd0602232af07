import asyncio


async def work():
    await asyncio.sleep(1)


def start():
    asyncio.run(work())


async def handler():
    start()  # expect: nested-loop


if __name__ == "__main__":
    start()
