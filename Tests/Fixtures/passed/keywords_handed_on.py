# What nobody gives by keyword is not among the keywords that are handed on.
import time


class Client:
    def complete(self, messages, *, retries=0, **options):
        for attempt in range(retries + 1):
            try:
                return self.send(messages, **options)
            except OSError:
                if attempt >= retries:
                    raise
                time.sleep(2**attempt)

    def send(self, messages, **options):
        return messages

    def ask(self, prompt, **options):
        return self.complete([prompt], **options)

    def ask_twice(self, prompt, retries=2, **options):
        return self.complete([prompt], retries=retries, **options)


async def good(client: Client):
    client.complete([])
    client.ask("?")
    return client.ask("?", temperature=1)


async def bad(client: Client, **options):
    client.complete([], retries=3)  # expect: blocking-sleep
    client.ask("?", retries=2)  # expect: blocking-sleep
    client.ask_twice("?")  # expect: blocking-sleep
    return client.ask("?", **options)  # expect: blocking-sleep
