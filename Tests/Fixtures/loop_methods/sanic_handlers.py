# Sanic calls plain functions on the loop.
import requests
from sanic import Blueprint, Sanic, text
from sanic.views import HTTPMethodView

app = Sanic("shop")
bp = Blueprint("items")


@app.get("/")
def index(request):
    return text(requests.get("https://example.org").text)  # expect: blocking-http


@bp.route("/items")
def items(request):
    return text(requests.get("https://example.org").text)  # expect: blocking-http


@app.middleware("request")
def check(request):
    requests.get("https://example.org/check")  # expect: blocking-http


@app.on_response
def after(request, response):
    requests.get("https://example.org/check")  # expect: blocking-http


@app.listener("after_server_start")
def warm(app):
    requests.get("https://example.org/warm")  # expect: blocking-http


@app.before_server_start
def connect(app):
    requests.get("https://example.org/warm")  # expect: blocking-http


@app.exception(ValueError)
def failed(request, error):
    requests.post("https://example.org/errors")  # expect: blocking-http
    return text("no")


class View(HTTPMethodView):
    def get(self, request):
        requests.get("https://example.org")  # expect: blocking-http
        return text("x")


@app.main_process_start
def first(app):
    requests.get("https://example.org")


def unused(request):
    requests.get("https://example.org")
