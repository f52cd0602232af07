# The blocking call itself is handed over: nothing in the project calls it.
import asyncio
import functools
import time


def main():
    loop = asyncio.new_event_loop()
    loop.call_later(3, time.sleep, 5)  # expect: blocking-sleep
    loop.call_later(3, functools.partial(time.sleep, 5))  # expect: blocking-sleep
    loop.call_later(3, print, 5)
    loop.run_forever()
