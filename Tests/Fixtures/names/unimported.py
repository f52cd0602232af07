# `requests` is no name of this module: whatever it is, it is not the library.
async def fetch(requests, url):
    return requests.get(url)


async def pause(time):
    time.sleep(1)
