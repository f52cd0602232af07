import os

class Plugin:
    def __init__(self, manager):
        self.manager = manager

    async def run(self):
        self.manager.cleanup()  # expect: blocking-file

class Manager:
    def __init__(self):
        self.plugins = [Plugin(self)]

    def cleanup(self):
        os.remove("x")
