import requests


def pages():
    for number in range(3):
        yield requests.get(f"https://example.org/{number}").json()


def fetch(number):
    return requests.get(f"https://example.org/{number}").json()


async def use():
    made = pages()
    print(list(pages()))  # expect: blocking-http
    print(sum(pages()))  # expect: blocking-http
    print(any(page for page in pages()))  # expect: blocking-http
    print(next(pages()))  # expect: blocking-http
    print(sorted(pages()), max(pages()))  # expect: blocking-http, blocking-http
    first, *rest = pages()  # expect: blocking-http
    print(*pages())  # expect: blocking-http
    return made
