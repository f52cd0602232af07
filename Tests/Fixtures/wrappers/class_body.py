# The body of a class runs where the class is made.
import time


async def use():
    class Local:
        time.sleep(1)  # expect: blocking-sleep

        def method(self):
            time.sleep(1)

    return Local


class Top:
    time.sleep(1)
