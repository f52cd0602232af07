import time

from tornado.ioloop import IOLoop, PeriodicCallback


def poll():
    time.sleep(1)  # expect: blocking-sleep


def once():
    time.sleep(1)  # expect: blocking-sleep


def later():
    time.sleep(1)  # expect: blocking-sleep


def spawned():
    time.sleep(1)  # expect: blocking-sleep


def elsewhere():
    time.sleep(1)


def main():
    loop = IOLoop.current()
    PeriodicCallback(poll, 1000).start()
    loop.add_callback(once)
    loop.call_later(3, later)
    IOLoop.instance().spawn_callback(spawned)
    loop.run_in_executor(None, elsewhere)
    loop.start()
