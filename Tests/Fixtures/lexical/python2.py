# Python 2, kept by somebody for the memory: nothing async, nothing to find, and no fault of ours.
import time


def run():
    print "hello"
    time.sleep(1)
    raise ValueError, "x"
