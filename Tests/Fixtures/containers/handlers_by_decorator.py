# Decorators that keep what they decorate in a table.
import asyncio
import time

HANDLERS = {}
HOOKS = []


def on(name):
    def keep(function):
        HANDLERS[name] = function
        return function

    return keep


def hook(function):
    HOOKS.append(function)
    return function


@on("slow")
def slow():
    time.sleep(1)


@on("quick")
def quick():
    pass


@hook
def slow_hook():
    time.sleep(1)


@hook
def quick_hook():
    pass


async def dispatch(name):
    HANDLERS[name]()  # expect: blocking-sleep
    for each in HOOKS:
        each()  # expect: blocking-sleep


async def dispatch_in_thread(name):
    await asyncio.to_thread(HANDLERS[name])


class Bot:
    commands = {}

    @classmethod
    def command(cls, name):
        def keep(function):
            cls.commands[name] = function
            return function

        return keep

    async def run(self, name):
        self.commands[name](self)  # expect: blocking-sleep


@Bot.command("wait")
def wait(bot):
    time.sleep(1)


class Emitter:
    def __init__(self):
        self._listeners = []

    def listen(self, listener):
        self._listeners.append(listener)

    async def emit(self):
        for listener in self._listeners:
            listener()  # expect: blocking-sleep


emitter = Emitter()
emitter.listen(slow)
emitter.listen(quick)

CALLBACKS = []


def keep_only(function):
    CALLBACKS.append(function)


keep_only(slow)
keep_only(quick)


async def counts():
    return len(CALLBACKS)
