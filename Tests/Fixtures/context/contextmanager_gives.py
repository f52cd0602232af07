import requests
from contextlib import contextmanager


@contextmanager
def client():
    session = requests.Session()
    yield session


async def fetch(url):
    with client() as session:
        return session.get(url)  # expect: blocking-http
