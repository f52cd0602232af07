# What callers hand over for `*rest`.
import time


def slow(value):
    time.sleep(1)
    return value


def quick(value):
    return value


class Pipeline:
    def __init__(self, *stages):
        self.stages = stages

    def __call__(self, value):
        for stage in self.stages:
            value = stage(value)
        return value


pipeline = Pipeline(quick, slow)


def compose(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value

    return run


process = compose(quick, slow)


def several(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value

    return run


one = several(quick)
two = several(slow)


def first_of(label, *functions):
    function, *rest = functions
    return function(label)


async def blocks(value):
    pipeline(value)  # expect: blocking-sleep
    process(value)  # expect: blocking-sleep


async def safe(value):
    one(value)
    first_of("x", quick, slow)
