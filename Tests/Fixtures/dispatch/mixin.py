import time

class SleepMixin:
    def nap(self):
        time.sleep(1)

class View(SleepMixin, object):
    async def get(self):
        self.nap()  # expect: blocking-sleep
