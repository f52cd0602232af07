import time


class Lamp:
    def get_level(self):
        time.sleep(0.1)
        return 1

    def set_level(self, value):
        print(value)

    level = property(get_level, set_level)
    quiet = property(fget=lambda self: 1, fset=set_level)


async def dim(lamp: Lamp):
    print(lamp.level)  # expect: blocking-sleep
    lamp.level = 2
    lamp.quiet = 3
    print(lamp.quiet)
