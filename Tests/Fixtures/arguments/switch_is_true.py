"""`if switch is True: return …` decides as `if switch:` does."""
import time


class Client:
    def ask(self, text, asynchronous=None):
        if asynchronous is True:
            return text
        time.sleep(1)
        return text

    async def quietly(self):
        return self.ask("a", asynchronous=True)

    async def loudly(self):
        return self.ask("a")  # expect: blocking-sleep

    async def loudly_as_well(self):
        return self.ask("a", asynchronous=False)  # expect: blocking-sleep

    def tell(self, text, how):
        if how is True:
            return text
        time.sleep(1)

    async def some_way(self):
        return self.tell("a", "loudly")  # expect: blocking-sleep
