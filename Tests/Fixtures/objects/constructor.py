import requests


class Client:
    def __init__(self):
        self.token = requests.post("x")


class Later:
    def __init__(self):
        self.session = requests.Session()


async def make():
    Later()
    return Client()  # expect: blocking-http
