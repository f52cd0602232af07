import time


class Job:
    def __await__(self):
        time.sleep(1)
        yield


class Ready:
    def __await__(self):
        return iter(())


async def use():
    await Job()  # expect: blocking-sleep
    job = Job()
    await job  # expect: blocking-sleep
    await Ready()
