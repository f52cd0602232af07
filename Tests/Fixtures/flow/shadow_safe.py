import requests
import json

async def handler(requests, json):
    requests.get("u")
    json.load("x")

async def other():
    requests = {}
    requests.get("u")

async def third():
    for open in []:
        open("x")
