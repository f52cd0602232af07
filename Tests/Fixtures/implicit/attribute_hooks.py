import json
import time


class Remote:
    def __init__(self):
        self.known = 1

    def __getattr__(self, name):
        time.sleep(0.1)
        return name


class Recorded:
    def __setattr__(self, name, value):
        with open("changes.json", "a") as file:
            json.dump({name: value}, file)

    def __delattr__(self, name):
        time.sleep(0.1)


class Watched:
    def __init__(self):
        self.level = 1

    def __getattribute__(self, name):
        time.sleep(0.1)
        return super().__getattribute__(name)


class Registry:
    def __class_getitem__(cls, name):
        time.sleep(0.1)
        return name


remote = Remote()
recorded = Recorded()


async def main():
    print(remote.unknown)  # expect: blocking-sleep
    recorded.level = 3  # expect: blocking-file, blocking-file
    del recorded.level  # expect: blocking-sleep
    print(Watched().level)  # expect: blocking-sleep
    print(Registry["a"])  # expect: blocking-sleep
