import asyncio
import queue
import threading
from queue import Queue

lock = threading.Lock()
alock = asyncio.Lock()
q = queue.Queue()
aq = asyncio.Queue()
event = threading.Event()

class W:
    def __init__(self):
        self.q: Queue = Queue()
        self.t = threading.Thread(target=print)
        self._lock = threading.RLock()

    async def run(self):
        self.t.start()
        self.t.join()  # expect: blocking-lock
        self.q.get()  # expect: blocking-lock
        self.q.put_nowait(1)
        with self._lock:  # expect: blocking-lock
            pass

async def handler():
    with lock:  # expect: blocking-lock
        pass
    async with alock:
        pass
    q.get()  # expect: blocking-lock
    await aq.get()
    event.wait()  # expect: blocking-lock
    lock.acquire()  # expect: blocking-lock
