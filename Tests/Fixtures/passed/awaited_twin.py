# A method that gives a coroutine in asynchronous mode and blocks otherwise: whoever awaits it, counts on the first.
import asyncio
import threading


def run_elsewhere(work):
    done = threading.Event()
    results = []

    def target():
        results.append(asyncio.run(work()))
        done.set()

    threading.Thread(target=target).start()
    done.wait()
    return results[0]


class Client:
    def __init__(self, asynchronous):
        self.asynchronous = asynchronous

    def sync(self, work, timeout=None):
        if self.asynchronous:
            future = work()
            if timeout is not None:
                future = asyncio.wait_for(future, timeout)
            return future
        return run_elsewhere(work)

    def lock(self):
        self.isLocked = True
        result = self.sync(fetch)
        self.wasLocked = True
        return result

    def total(self):
        return len(self.sync(fetch))


async def fetch():
    return []


async def good(client: Client):
    await client.sync(fetch)
    await client.lock()


async def bad(client: Client):
    client.sync(fetch)  # expect: blocking-lock
    client.lock()  # expect: blocking-lock
    await asyncio.sleep(client.total())  # expect: blocking-lock


def measured(work):
    done = threading.Event()
    done.wait()  # before there is anything to await
    return work()


async def waits_first():
    await measured(fetch)  # expect: blocking-lock
