import asyncio
import sqlite3


class Runner:
    def __init__(self):
        self.db = sqlite3.connect("jobs.db")
        self.tasks = set()

    def spawn(self, coroutine):
        task = asyncio.ensure_future(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        task.add_done_callback(self._finished)

    def _finished(self, task):
        self.db.execute("update jobs set done = 1")  # expect: blocking-database
