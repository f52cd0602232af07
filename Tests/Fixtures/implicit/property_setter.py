import time


class Lamp:
    def __init__(self):
        self._level = 0

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        time.sleep(0.1)
        self._level = value

    @level.deleter
    def level(self):
        open("level", "w").write("0")

    @property
    def colour(self):
        time.sleep(0.1)
        return "red"

    @colour.setter
    def colour(self, value):
        self._colour = value


async def dim(lamp: Lamp):
    print(lamp.level)
    lamp.level = 3  # expect: blocking-sleep
    lamp.level += 1  # expect: blocking-sleep
    lamp.colour = "blue"
    del lamp.level  # expect: blocking-file
    print(lamp.colour)  # expect: blocking-sleep


async def several():
    lamp = Lamp()
    lamp.other, lamp.level = 1, 2  # expect: blocking-sleep
