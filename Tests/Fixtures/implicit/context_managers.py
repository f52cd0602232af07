import contextlib
import time
from contextlib import ExitStack, contextmanager


@contextmanager
def locked():
    time.sleep(1)
    yield


@contextlib.contextmanager
def timed():
    yield
    time.sleep(1)


@contextmanager
def quiet():
    yield


class Section:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        time.sleep(1)


async def use():
    with locked():  # expect: blocking-sleep
        pass
    with quiet(), timed():  # expect: blocking-sleep
        pass
    with Section() as section:  # expect: blocking-sleep
        print(section)
    with ExitStack() as stack:
        stack.enter_context(locked())  # expect: blocking-sleep
        stack.enter_context(quiet())
    made = locked()
    return made
