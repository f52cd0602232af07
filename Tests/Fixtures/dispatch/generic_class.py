from typing import Generic, TypeVar
import requests

T = TypeVar("T")

class Repo(Generic[T]):
    def load(self):
        return requests.get("u")

class UserRepo(Repo[int]):
    pass

async def handler(repo: Repo[str]):
    repo.load()  # expect: blocking-http
    UserRepo().load()  # expect: blocking-http
