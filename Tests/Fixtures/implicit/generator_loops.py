import requests


def pages():
    for number in range(3):
        yield requests.get(f"https://example.org/{number}").json()


def fetch(number):
    return requests.get(f"https://example.org/{number}").json()


async def use():
    print([page for page in pages()])  # expect: blocking-http
    print({page: 1 for page in pages()})  # expect: blocking-http
    print(dict(enumerate(pages())))  # expect: blocking-http
    print(list(map(fetch, range(3))))  # expect: blocking-http
    print(list(filter(fetch, range(3))))  # expect: blocking-http
    for page in map(fetch, range(3)):  # expect: blocking-http
        print(page)
    for number, page in enumerate(pages()):  # expect: blocking-http
        print(page)
    for page in zip(pages(), range(3)):  # expect: blocking-http
        print(page)
    ",".join(pages())  # expect: blocking-http
    all(fetch(number) for number in range(3))  # expect: blocking-http
    lazy = map(fetch, range(3))
    later = (fetch(number) for number in range(3))
    return lazy, later
