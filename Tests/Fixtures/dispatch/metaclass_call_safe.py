import time


class Singleton(type):
    made = {}

    def __call__(cls, *arguments):
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*arguments)
        return cls.made[cls]

    def reset(cls):
        time.sleep(0.1)


class Client(metaclass=Singleton):
    pass


async def main():
    return Client()
