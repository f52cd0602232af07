import threading
import time


def call(action):
    return action()


def slow():
    time.sleep(1)


def quick():
    return 1


def background():
    call(slow)


async def handler():
    threading.Thread(target=background).start()
    return call(quick)
