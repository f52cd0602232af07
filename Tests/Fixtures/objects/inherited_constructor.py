import time


class Base:
    def __init__(self):
        time.sleep(1)


class Robot(Base):
    def greet(self):
        return "hello"


async def make():
    return Robot()  # expect: blocking-sleep
