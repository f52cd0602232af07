import time

class A:
    def slow(self):
        time.sleep(1)

    async def run(self):
        getattr(self, "slow")()  # expect: blocking-sleep
        f = getattr(self, "slow", None)
        f()  # expect: blocking-sleep
