import requests
import httpx

async def handler():
    client = make()
    await client.get("u")

    def helper():
        client = requests.Session()
        return client.get("u")
