import asyncio
import time


async def main():
    await asyncio.sleep(1)


if __name__ == "__main__":
    time.sleep(1)
    asyncio.run(main())
    print(input())
