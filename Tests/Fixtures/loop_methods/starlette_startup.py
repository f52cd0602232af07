# Plain start-up hooks are called on the loop, before it serves; a plain exception handler is not.
import requests
from starlette.applications import Starlette


def warm():
    requests.get("https://example.org/warm")  # expect: blocking-http


def failed(request, error):
    requests.post("https://example.org/errors")


app = Starlette(on_startup=[warm], exception_handlers={500: failed})
