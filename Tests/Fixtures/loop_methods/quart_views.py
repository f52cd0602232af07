# Quart runs plain views in threads.
import requests
from quart import Quart
from quart.views import MethodView

app = Quart(__name__)


@app.get("/")
def index():
    return requests.get("https://example.org").text


@app.route("/slow")
async def slow():
    return requests.get("https://example.org").text  # expect: blocking-http


@app.before_request
def check():
    requests.get("https://example.org")


class View(MethodView):
    def get(self):
        return requests.get("https://example.org").text
