import requests


def sessions():
    yield requests.Session()


async def loop(url):
    clients = [requests.Session(), requests.Session()]
    for client in clients:
        client.get(url)  # expect: blocking-http
    for client in sessions():
        client.get(url)  # expect: blocking-http
    clients[0].get(url)  # expect: blocking-http
