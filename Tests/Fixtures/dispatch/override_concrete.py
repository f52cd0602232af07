# A method that a subclass does in another way runs that way on its objects.
import asyncio


class Exchange:
    def tickers(self):
        return {}

    def refresh(self):
        return self.tickers()

    def name(self):
        return "exchange"


class Binance(Exchange):
    def tickers(self):
        return open("tickers").read()

    async def name(self):
        await asyncio.sleep(1)
        return open("name").read()  # expect: blocking-file


async def bad(exchange: Exchange):
    exchange.tickers()  # expect: blocking-file
    return Binance().refresh()  # expect: blocking-file


async def good(exchange: Exchange):
    return exchange.name()


async def good_too():
    return Exchange().name(), Exchange.refresh


# What many do differently, says nothing of the one at hand.
class Step:
    def run(self):
        return 1


class A(Step):
    def run(self):
        return open("a").read()


class B(Step):
    def run(self):
        return 2


class C(Step):
    def run(self):
        return 3


class D(Step):
    def run(self):
        return 4


async def nobody_knows(step: Step):
    return [step.run(), A(), B(), C(), D()]


# Nobody makes objects of this one.
class Never(Exchange):
    def refresh(self):
        return open("never").read()
