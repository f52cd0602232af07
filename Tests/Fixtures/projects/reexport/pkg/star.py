import requests


def fetch():
    return requests.get("x")


def _private():
    return requests.get("x")
