import time

class Bot:
    def __init__(self):
        self.commands = {}
        self.commands["a"] = slow
        self.hooks = []
        self.hooks.append(slow)

    async def on(self, name):
        self.commands[name]()  # expect: blocking-sleep
        for hook in self.hooks:
            hook()  # expect: blocking-sleep

def slow():
    time.sleep(1)
