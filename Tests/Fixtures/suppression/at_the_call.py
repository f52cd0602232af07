# Silenced at the blocking call itself, it is silent for all who reach it.
import time


def nap():
    time.sleep(1)  # loopdoctor: ignore[blocking-sleep]


def doze():
    time.sleep(1)


async def run():
    nap()
    doze()  # loopdoctor: ignore[blocking-sleep]
    doze()  # expect: blocking-sleep
