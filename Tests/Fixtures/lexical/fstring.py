import requests
import time


async def run(url):
    return f"{requests.get(url).text!r:>{10}} {{time.sleep(1)}}"  # expect: blocking-http


async def nested(url):
    return f"{f'{requests.get(url)}'}"  # expect: blocking-http


async def multiline(url):
    # expect next: blocking-http
    return f"""{requests.get(url)}
    """


async def specification(url):
    return f"{1:{len(requests.get(url).text)}}"  # expect: blocking-http


async def text_only():
    return f"time.sleep(1) {{requests.get('x')}}"
