# Before the loop runs, and after it has ended.
import asyncio
import requests
import time

CONFIG = requests.get("https://example.org/config").json()


async def main(config):
    await asyncio.sleep(1)


def run():
    time.sleep(1)
    asyncio.run(main(CONFIG))
    time.sleep(1)


if __name__ == "__main__":
    time.sleep(1)
    run()
