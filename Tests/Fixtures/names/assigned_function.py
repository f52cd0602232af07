import time

pause = time.sleep


async def tick():
    pause(1)  # expect: blocking-sleep
