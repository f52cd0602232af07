"""Asks the sensor again and again."""
import asyncio
import os
import time

import aiohttp

from archive import store

URL = os.environ.get("SENSOR_URL", "http://127.0.0.1:9000/sensor")
EVERY = 2.0


async def keep_polling(readings):
    loop = asyncio.get_running_loop()
    async with aiohttp.ClientSession() as session:
        while True:
            async with session.get(URL) as reply:
                reading = await reply.json()
            readings.append(reading)
            await loop.run_in_executor(None, store, reading)
            time.sleep(EVERY)
