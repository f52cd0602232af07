import requests
from litestar import Litestar, get, post


@get("/")
def index() -> str:
    return requests.get("https://example.org").text  # expect: blocking-http


@get("/threaded", sync_to_thread=True)
def threaded() -> str:
    return requests.get("https://example.org").text


@post("/said", sync_to_thread=False)
def said() -> str:
    return requests.get("https://example.org").text  # expect: blocking-http


app = Litestar([index, threaded, said])
