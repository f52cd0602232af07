import time


class Base:
    def rest(self):
        time.sleep(1)

    async def stop(self):
        return None


class Robot(Base):
    def rest(self):
        return None

    async def run(self):
        super().rest()  # expect: blocking-sleep
        await super().stop()
