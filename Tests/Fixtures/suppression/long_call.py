# On any line of the call.
import requests


async def run(url):
    requests.post(  # loopdoctor: ignore[blocking-http]
        url,
        data={},
    )
    requests.post(
        url,
        data={},
    )  # loopdoctor: ignore[blocking-http]
