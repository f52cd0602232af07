import time


class Base:
    def rest(self):
        time.sleep(1)


class Middle(Base):
    pass


class Robot(Middle):
    async def run(self):
        self.rest()  # expect: blocking-sleep
