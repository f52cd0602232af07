from openai import OpenAI, AsyncOpenAI
import openai

client = OpenAI()
aclient = AsyncOpenAI()

class Llm:
    def __init__(self, client: OpenAI | None = None):
        self.client = client or OpenAI()

    def ask(self):
        completions = self.client.chat.completions
        return completions.create(model="x")

async def handler():
    client.chat.completions.create(model="x")  # expect: blocking-sdk
    await aclient.chat.completions.create(model="x")
    openai.chat.completions.create()  # expect: blocking-sdk
    Llm().ask()  # expect: blocking-sdk
