import time


class Outer:
    class Inner:
        def rest(self):
            time.sleep(1)

    async def run(self):
        Outer.Inner().rest()  # expect: blocking-sleep
        self.Inner().rest()  # expect: blocking-sleep
