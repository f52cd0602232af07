import time


async def größe():
    текст = "日本語"; time.sleep(1)  # expect: blocking-sleep
    return текст
