import time


class Base:
    inherited = 3


class Remote(Base):
    declared: int

    def __init__(self):
        self.known = 1

    def method(self):
        return 2

    def __getattr__(self, name):
        time.sleep(0.1)
        return name


remote = Remote()


async def main():
    remote.set_here = 3
    return remote.known, remote.method(), remote.inherited, remote.declared, remote.__dict__
