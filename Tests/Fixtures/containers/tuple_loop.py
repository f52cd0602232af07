import time
import requests

CHECKS = [("a", requests.get), ("b", time.sleep)]

async def handler():
    for name, check in CHECKS:
        check("u")  # expect: blocking-http
