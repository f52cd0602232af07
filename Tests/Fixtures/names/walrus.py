import requests


async def fetch(url):
    if (session := requests.Session()) and (answer := session.get(url)):  # expect: blocking-http
        return answer
