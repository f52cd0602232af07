import time


class Robot:
    @staticmethod
    def rest():
        time.sleep(1)

    @classmethod
    def build(cls):
        cls.rest()
        return cls()

    async def run(self):
        Robot.rest()  # expect: blocking-sleep
        self.rest()  # expect: blocking-sleep
        Robot.build()  # expect: blocking-sleep
