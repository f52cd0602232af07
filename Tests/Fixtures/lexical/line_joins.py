import time, \
    requests


async def run(url):
    # expect next: blocking-http
    requests \
        .get(url)
    time.sleep(  # expect: blocking-sleep
        1
    )


async def one_line(url): requests.get(url)  # expect: blocking-http


async def semicolons(): a = 1; time.sleep(a); b = 2  # expect: blocking-sleep
