import time


class Step:
    def __init__(self, name):
        self.name = name

    def __call__(self, value):
        time.sleep(1)
        return value


class Pipeline:
    def __init__(self):
        self.step = Step("x")

    async def run(self):
        self.step(1)  # expect: blocking-sleep
        Step("y")
        return Step("z")(1)  # expect: blocking-sleep
