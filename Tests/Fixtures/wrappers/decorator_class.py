import time


class counted:
    def __init__(self, function):
        self.function = function

    def __call__(self, *arguments):
        time.sleep(1)
        return self.function(*arguments)


class registered:
    def __init__(self, function):
        self.function = function

    def __call__(self, *arguments):
        return self.function(*arguments)


@counted
def compute():
    return 1


@registered
def quick():
    return 1


async def use():
    compute()  # expect: blocking-sleep
    quick()
