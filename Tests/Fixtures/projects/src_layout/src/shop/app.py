from shop.http import session
from shop import http


async def run(url):
    session.get(url)  # expect: blocking-http
    http.session.get(url)  # expect: blocking-http
