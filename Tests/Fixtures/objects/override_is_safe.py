import time


class Base:
    def rest(self):
        time.sleep(1)


class Robot(Base):
    def rest(self):
        return None

    async def run(self):
        self.rest()
