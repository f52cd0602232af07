import asyncio
import time


class Button:
    def __init__(self, on_press):
        self._on_press = on_press

    async def press(self):
        await asyncio.to_thread(self._on_press)


def slow():
    time.sleep(1)


button = Button(slow)


async def handler():
    await button.press()
