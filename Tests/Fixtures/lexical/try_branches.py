import time


async def run():
    try:
        time.sleep(1)  # expect: blocking-sleep
    except* ValueError:
        time.sleep(2)  # expect: blocking-sleep
    else:
        time.sleep(3)  # expect: blocking-sleep
    finally:
        time.sleep(4)  # expect: blocking-sleep
