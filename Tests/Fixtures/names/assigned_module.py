import requests

http = requests


async def fetch(url):
    return http.post(url)  # expect: blocking-http
