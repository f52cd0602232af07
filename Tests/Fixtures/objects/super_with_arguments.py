import time


class Base:
    def rest(self):
        time.sleep(1)


class Robot(Base):
    async def run(self):
        super(Robot, self).rest()  # expect: blocking-sleep
        Base.rest(self)  # expect: blocking-sleep
