import requests


class Client:
    @classmethod
    def create(cls) -> "Client":
        return cls()

    def fetch(self, url):
        return requests.get(url)

    def again(self) -> "Self":
        return self


async def run():
    Client.create().fetch("x")  # expect: blocking-http
    Client().again().fetch("x")  # expect: blocking-http
