import requests
import time


async def run(url):
    time.sleep(1)  # loopdoctor: ignore
    time.sleep(1)  # loopdoctor: ignore[blocking-sleep]
    time.sleep(1)  # loopdoctor: ignore[blocking-http, blocking-sleep]
    time.sleep(1)  # loopdoctor: ignore[blocking-http] # expect: blocking-sleep
    time.sleep(1)  # loopdoctor:ignore[blocking-sleep]
    requests.get(url)  # a word before  # loopdoctor: ignore[blocking-http]
