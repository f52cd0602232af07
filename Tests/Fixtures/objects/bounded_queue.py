# Only a queue with a size lets its writers wait.
import queue

jobs = queue.Queue()
few = queue.Queue(10)


class Sender:
    def __init__(self):
        self.all = queue.Queue()
        self.some = queue.Queue(maxsize=5)
        self.any = queue.Queue(maxsize=0)

    async def send(self, item):
        self.all.put(item)
        self.any.put(item)
        self.some.put(item)  # expect: blocking-lock
        jobs.put(item)
        few.put(item, block=False)
        few.put(item)  # expect: blocking-lock
