from openai import AsyncOpenAI, OpenAI

client = OpenAI()
twin = AsyncOpenAI()


async def run():
    client.chat.completions.create(model="x")  # expect: blocking-sdk
    await twin.chat.completions.create(model="x")
