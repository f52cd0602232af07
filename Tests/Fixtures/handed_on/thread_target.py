import threading
import time


def work():
    time.sleep(1)


async def start():
    thread = threading.Thread(target=work)
    thread.start()


async def joined():
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join()  # expect: blocking-lock
