import time


async def run():
    time.sleep(1)  # noqa: ASYNC251
    time.sleep(1)  # noqa: ASYNC251, E501
    time.sleep(1)  # noqa: ASYNC
    time.sleep(1)  # NOQA:ASYNC251
    time.sleep(1)  # noqa: E501 # expect: blocking-sleep
    time.sleep(1)  # noqa: ASYNC210 # expect: blocking-sleep
