import time


class Singleton(type):
    made = {}

    def __call__(cls, *arguments):
        if cls not in cls.made:
            time.sleep(0.1)
            cls.made[cls] = super().__call__(*arguments)
        return cls.made[cls]


class Base(metaclass=Singleton):
    pass


class Client(Base):
    pass


async def main():
    return Client()  # expect: blocking-sleep
