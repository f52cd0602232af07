import package
from package import fetch
from package.lazily import lazy_import


async def handle():
    fetch("https://example.org")  # expect: blocking-http
    package.load("file")  # expect: blocking-file
    package.save("file")  # expect: blocking-file
    package.quiet("file")
    requests = lazy_import("requests")  # expect: blocking-file
    requests.get("https://example.org")  # expect: blocking-http
    lazy_import("asyncio").sleep(1)  # expect: blocking-file
