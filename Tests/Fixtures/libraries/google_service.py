import asyncio

from googleapiclient.discovery import build


async def service(credentials):
    return build("tasks", "v1", credentials=credentials)  # expect: blocking-file


async def service_elsewhere(credentials):
    return await asyncio.to_thread(build, "tasks", "v1", credentials=credentials)
