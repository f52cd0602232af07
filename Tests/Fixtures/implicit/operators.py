import time


class Amount:
    def __add__(self, other):
        time.sleep(1)
        return self

    def __eq__(self, other):
        time.sleep(1)
        return True

    def __lt__(self, other):
        return True


async def use():
    one, two = Amount(), Amount()
    three = one + two  # expect: blocking-sleep
    if one == three:  # expect: blocking-sleep
        return
    print(one < two, one is two)
