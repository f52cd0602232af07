import requests

class Job:
    def run(self):
        requests.get("u")

async def handler(x):
    match x:
        case Job() as job:
            job.run()  # expect: blocking-http
        case requests.Session() as s:
            s.get("u")  # expect: blocking-http
        case str():
            pass
