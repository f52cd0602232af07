import time

class Bot:
    def __init__(self):
        self.commands = {"a": self.slow, "b": self.fast}

    def slow(self):
        time.sleep(1)

    def fast(self):
        pass

    async def on(self, name):
        self.commands[name]()  # expect: blocking-sleep
