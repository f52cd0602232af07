import requests

class Job:
    def run(self):
        requests.get("u")

async def handler(x):
    match x:
        case Job():
            x.run()  # expect: blocking-http
