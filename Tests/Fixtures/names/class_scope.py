# A class's names are seen in its body, not in its methods.
import time


class Clock:
    def sleep(seconds):
        return seconds

    sleep(0)

    async def tick(self):
        time.sleep(1)  # expect: blocking-sleep
        self.sleep()
