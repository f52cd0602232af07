import deps
from deps import client

async def handler():
    deps.client.get()  # expect: blocking-http
    client.get()  # expect: blocking-http
