# What the fields of a named tuple hold, where they are only declared to be callable.
import time
import typing


class Step(typing.NamedTuple):
    name: str
    run: typing.Callable


class Gentle(typing.NamedTuple):
    name: str
    run: typing.Callable


def slow(context):
    time.sleep(1)


STEPS = (Step("slow", slow), Step("done", print))
OTHERS = (Gentle("done", print),)


async def use(context):
    for step in STEPS:
        step.run(context)  # expect: blocking-sleep
    for other in OTHERS:
        other.run(context)
