import requests

class Box[T]:
    def load(self):
        return requests.get("u")

def first[T: requests.Session](item: T) -> T:
    return item

async def handler(box: Box[int]):
    box.load()  # expect: blocking-http
