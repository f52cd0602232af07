import requests
import socketio

server = socketio.AsyncServer(async_mode="asgi")
threaded = socketio.Server()


@server.event
def connect(sid, environ):
    requests.get("https://example.org")  # expect: blocking-http


@server.on("message")
def message(sid, data):
    requests.get("https://example.org")  # expect: blocking-http


@threaded.event
def disconnect(sid):
    requests.get("https://example.org")
