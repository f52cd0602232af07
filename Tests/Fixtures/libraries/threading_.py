import threading

event = threading.Event()
barrier = threading.Barrier(2)


async def run():
    event.wait()  # expect: blocking-lock
    event.set()
    barrier.wait()  # expect: blocking-lock
