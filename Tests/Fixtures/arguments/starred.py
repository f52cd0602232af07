# What `*arguments` hold is not known: they do not excuse the call.
import threading

lock = threading.Lock()


async def run(arguments, options):
    lock.acquire(*arguments)  # expect: blocking-lock
    lock.acquire(**options)  # expect: blocking-lock
