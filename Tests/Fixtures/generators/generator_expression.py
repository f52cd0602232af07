import requests


async def lazily(urls):
    return (requests.get(u) for u in urls)


async def consumed(urls):
    return sum(requests.get(u).status_code for u in urls)  # expect: blocking-http


async def handed_to_unknown(urls, take):
    return take(requests.get(u) for u in urls)


async def looped(urls):
    for answer in (requests.get(u) for u in urls):  # expect: blocking-http
        print(answer)
