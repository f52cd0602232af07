import time

class A:
    def go(self):
        time.sleep(1)

class B(A):
    def go(self):
        super().go()

class C(B):
    async def run(self):
        super().go()  # expect: blocking-sleep
