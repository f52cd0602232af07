import requests
import threading


class Session(requests.Session):
    async def fetch(self, url):
        return self.get(url)  # expect: blocking-http


class Worker(threading.Thread):
    def run(self):
        pass


async def finish():
    worker = Worker()
    worker.start()
    worker.join()  # expect: blocking-lock
