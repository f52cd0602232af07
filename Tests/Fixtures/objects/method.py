import time


class Robot:
    def rest(self):
        time.sleep(1)

    async def run(self):
        self.rest()  # expect: blocking-sleep
