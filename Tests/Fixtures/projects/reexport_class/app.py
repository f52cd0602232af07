import pkg

client = pkg.Client()

async def handler():
    client.get()  # expect: blocking-http
