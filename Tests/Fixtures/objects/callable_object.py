import time


class Action:
    def __call__(self):
        time.sleep(1)


async def run():
    action = Action()
    action()  # expect: blocking-sleep
