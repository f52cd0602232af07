from urllib.request import Request, urlopen, urlretrieve


async def run(url):
    urlopen(Request(url))  # expect: blocking-http
    urlretrieve(url, "x")  # expect: blocking-http
