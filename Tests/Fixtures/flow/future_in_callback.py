from concurrent.futures import Future, ThreadPoolExecutor


class Runner:
    def __init__(self):
        self.pool = ThreadPoolExecutor()

    def _wait(self, future: Future):
        print(future.result())

    async def run(self):
        future = self.pool.submit(print)
        future.add_done_callback(print)
        self._wait(future)  # expect: blocking-lock
