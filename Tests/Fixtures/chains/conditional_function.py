import sys
import time

if sys.platform == "linux":

    def pause():
        time.sleep(1)
else:

    def pause():
        pass


async def run():
    pause()  # expect: blocking-sleep
