import time, requests

pause, get = time.sleep, requests.get


async def run():
    pause(1)  # expect: blocking-sleep
    get("x")  # expect: blocking-http
