import anthropic

client = anthropic.Anthropic()

async def handler():
    client.messages.create()  # expect: blocking-sdk
    with client.messages.stream() as s:  # expect: blocking-sdk
        pass
