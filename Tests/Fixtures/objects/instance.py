import time


class Robot:
    def rest(self):
        time.sleep(1)


async def run():
    robot = Robot()
    robot.rest()  # expect: blocking-sleep
    Robot().rest()  # expect: blocking-sleep
