import functools
import itertools
import re
import time


def slow(value):
    time.sleep(1)
    return value


def pair(left, right):
    time.sleep(1)
    return left


def quick(value):
    return value


async def use(values):
    sorted(values, key=slow)  # expect: blocking-sleep
    sorted(values, key=quick)
    values.sort(key=slow)  # expect: blocking-sleep
    min(values, key=slow)  # expect: blocking-sleep
    functools.reduce(pair, values)  # expect: blocking-sleep
    re.sub("x", slow, "xyx")  # expect: blocking-sleep
    re.sub("x", "y", "xyx")
    print(list(itertools.starmap(pair, [(1, 2)])))  # expect: blocking-sleep
    for group in itertools.groupby(values, slow):  # expect: blocking-sleep
        print(group)
    return map(slow, values)
