import asyncio
import pathlib


async def job():
    await asyncio.sleep(1)


def keep(task):
    pathlib.Path("result").write_text(task.result())  # expect: blocking-file


async def start():
    async with asyncio.TaskGroup() as group:
        group.create_task(job()).add_done_callback(keep)
