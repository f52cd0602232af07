import requests

class A:
    def __init__(self, session=None):
        if session is None:
            session = requests.Session()
        self.session = session

    async def run(self):
        self.session.get("u")  # expect: blocking-http
