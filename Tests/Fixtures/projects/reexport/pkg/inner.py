import time


def pause():
    time.sleep(1)


def slow():
    time.sleep(2)
