import time


def wait():
    time.sleep(1)


def hurry():
    pass
